import styles from './QueryPage.module.css';

/** The query, to be read while the editor for it is on its way. */
export function EditorSkeleton(props: { text: string }) {
  return (
    <pre className={styles.waiting} aria-busy="true">
      {props.text}
    </pre>
  );
}
