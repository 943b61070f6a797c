import {
  PageLayout,
  swappableComponentsApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useMemo, type ComponentProps } from 'react';
import styles from './StablePageLayout.module.css';

/**
 * The host's page layout, as one component for as long as the page is open.
 * The host hands out a new one at each render (as of plugin-app 1.55), which
 * would throw away what people typed on every navigation within the page.
 */
export function StablePageLayout(props: ComponentProps<typeof PageLayout>) {
  const components = useApiHolder().get(swappableComponentsApiRef);
  const Layout = useMemo(
    () => components?.getComponent(PageLayout.ref) ?? PageLayout,
    [components],
  );
  return (
    <div className={styles.frame}>
      <Layout {...props} />
    </div>
  );
}
