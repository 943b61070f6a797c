import { Link } from '@backstage/ui';
import styles from './Blocks.module.css';

/** Links into Salesforce, which open beside the portal, and into the portal. */
export function LinksBlockView(props: {
  links: Array<{ label: string; url: string }>;
}) {
  return (
    <ul className={styles.links}>
      {props.links.map(({ label, url }) => (
        <li key={url}>
          <Link
            href={url}
            {...(url.startsWith('/')
              ? {}
              : { target: '_blank', rel: 'noopener noreferrer' })}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
