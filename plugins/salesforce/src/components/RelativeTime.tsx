import { useLanguage } from '../hooks/useLanguage';
import { useNow } from '../hooks/useNow';
import { useTranslation } from '../hooks/useTranslation';
import { exactTime, relativeTime } from './relativeTime';

/** A time as people say it; the exact time on hover. */
export function RelativeTime(props: { at: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const at = Date.parse(props.at);
  return (
    <time dateTime={props.at} title={exactTime(at, language)}>
      {relativeTime({ at, now, language }) ?? t('time.justNow')}
    </time>
  );
}
