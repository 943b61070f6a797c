import { Link, useSidebarOpenState } from '@backstage/core-components';
import { Logo } from '../logo';
import styles from './SidebarLogo.module.css';

/** The mark, and the name beside it while the sidebar is open. */
export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label="Salesdesk, home"
    >
      <Logo size={28} />
      {isOpen && <span className={styles.name}>Salesdesk</span>}
    </Link>
  );
};
