import type { AssistantBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { RequestRows } from '../../components/RequestRows';
import { useTranslation } from '../../hooks/useTranslation';
import type { Saying } from '../useConversation';
import { ChartBlockView } from './ChartBlockView';
import { DraftsBlockView } from './DraftsBlockView';
import { LinksBlockView } from './LinksBlockView';
import { NumberBlockView } from './NumberBlockView';
import { QuestionBlockView } from './QuestionBlockView';
import { RecordBlockView } from './RecordBlockView';
import { RefusalBlockView } from './RefusalBlockView';
import { TableBlockView } from './TableBlockView';
import { TextBlockView } from './TextBlockView';

/** One part of an answer. */
export function BlockView(props: {
  block: AssistantBlock;
  canAnswer: boolean;
  onSay: (saying: Saying) => void;
}) {
  const { t } = useTranslation();
  const { block } = props;
  switch (block.kind) {
    case 'text':
      return <TextBlockView text={block.text} />;
    case 'table':
      return <TableBlockView block={block} />;
    case 'record':
      return <RecordBlockView block={block} />;
    case 'number':
      return <NumberBlockView block={block} />;
    case 'chart':
      return <ChartBlockView block={block} />;
    case 'links':
      return <LinksBlockView links={block.links} />;
    case 'requests':
      return (
        <RequestRows
          requests={block.items}
          label={t('requests.title')}
          withRequester
        />
      );
    case 'drafts':
      return <DraftsBlockView drafts={block.drafts} onSay={props.onSay} />;
    case 'question':
      return (
        <QuestionBlockView
          block={block}
          canAnswer={props.canAnswer}
          onSay={props.onSay}
        />
      );
    case 'refusal':
      return (
        <RefusalBlockView
          block={block}
          canAnswer={props.canAnswer}
          onSay={props.onSay}
        />
      );
    default:
      // A backend that is newer than this frontend.
      return null;
  }
}
