import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** The name of a person or group of whom only the entity ref is known. */
export function RefName(props: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return <span title={props.entityRef}>{primaryTitle}</span>;
}
