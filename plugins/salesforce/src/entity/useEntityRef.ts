import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';

/** The entity whose page this is: its ref, and what people call it. */
export function useEntityRef(): { entityRef: string; name: string } {
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  return { entityRef: stringifyEntityRef(entity), name: primaryTitle };
}
