import { ButtonLink } from '@backstage/ui';
import { useActions } from '../api/useActions';
import { useLinks } from '../hooks/useLinks';

/** A link to the form of an action, filled in; only where it may be asked for. */
export function GiveButton(props: {
  action: string;
  input: Record<string, unknown>;
  org: string;
  children: string;
  /** What else its name says to those who do not see what stands around it. */
  detail?: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
}) {
  const actions = useActions();
  const links = useLinks();
  const { action, input, org, detail } = props;
  const found = actions.data?.find(({ id }) => id === action);
  if (!found || found.permitted === 'no') return null;
  return (
    <ButtonLink
      href={links.form({ action, input, org })}
      variant={props.variant ?? 'secondary'}
      size="small"
      aria-label={detail && `${props.children} ${detail}`}
    >
      {props.children}
    </ButtonLink>
  );
}
