import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { AssistantPanel } from '../assistant/AssistantPanel';
import { useAssistantInfo } from '../assistant/useAssistantInfo';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { useState } from 'react';
import { examplesFor } from './assistantExamples';
import { useEntityRef } from './useEntityRef';

/** On catalog pages: one line to type; "this" is the person, team or org of the page. */
export function AssistantCard() {
  return (
    <SalesforceQueryProvider>
      <CardForThisPage />
    </SalesforceQueryProvider>
  );
}

function CardForThisPage() {
  const { t } = useTranslation();
  const { entityRef, name } = useEntityRef();
  const assistant = useAssistantInfo();
  const [round, setRound] = useState(0);
  // A card without anything to use would only be in the way.
  if (assistant.state === 'not_allowed') return null;
  return (
    <EntityInfoCard title={t('assistant.card')}>
      {assistant.state === 'loading' && <SkeletonLines count={2} />}
      {assistant.state === 'error' && (
        <ErrorPanel error={assistant.error} retry={assistant.retry} />
      )}
      {assistant.state === 'ready' && (
        <AssistantPanel
          key={`${entityRef} ${round}`}
          info={assistant.info}
          placeholder={t('assistant.placeholderHere', { name })}
          page={{ kind: 'entity', entityRef }}
          examples={examplesFor(entityRef, t)}
          onStartOver={() => setRound(round + 1)}
        />
      )}
    </EntityInfoCard>
  );
}
