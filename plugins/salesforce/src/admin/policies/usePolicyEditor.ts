import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  Policy,
  PolicyRecord,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError } from '../../api/ApiError';
import { answerOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { useTranslation } from '../../hooks/useTranslation';
import { policyProblems, type PolicyProblem } from './policyProblems';

/**
 * A policy while it is edited. It knows the version it began from: when
 * somebody else saves first, both sides are shown and nothing is overwritten.
 */
export function usePolicyEditor(record: PolicyRecord) {
  const { action } = record;
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const { t } = useTranslation();
  const [base, setBase] = useState(record);
  const [draft, setDraft] = useState<Policy>(record.policy);
  const [comment, setComment] = useState('');
  const [problems, setProblems] = useState(new Map<string, PolicyProblem>());
  const [theirs, setTheirs] = useState<PolicyRecord>();

  const startFrom = (current: PolicyRecord, policy = current.policy) => {
    setBase(current);
    setDraft(policy);
    setTheirs(undefined);
    setProblems(new Map());
  };
  const readCurrent = () =>
    answerOf(
      client.GET('/policies/{action}', { params: { path: { action } } }),
    );
  const onError = async (error: unknown) => {
    if (!isApiError(error) || error.code !== 'version_conflict') return;
    setTheirs(await readCurrent());
  };
  const onSaved = async (saved: PolicyRecord, title: string) => {
    startFrom(saved);
    setComment('');
    toastApi.post({ title, status: 'success', timeout: 5_000 });
    await queryClient.invalidateQueries({ queryKey: queryKeys.policies });
  };

  const save = useMutation({
    mutationFn: (expectedVersion: number) =>
      answerOf(
        client.PUT('/policies/{action}', {
          params: { path: { action } },
          body: {
            policy: draft,
            expectedVersion,
            ...(comment.trim() ? { comment: comment.trim() } : {}),
          },
        }),
      ),
    onError,
    onSuccess: saved =>
      onSaved(
        saved,
        t('policies.form.saved', { number: String(saved.version) }),
      ),
  });
  const reset = useMutation({
    mutationFn: () =>
      answerOf(
        client.DELETE('/policies/{action}', {
          params: {
            path: { action },
            query: { expectedVersion: base.version },
          },
        }),
      ),
    onError,
    onSuccess: saved => onSaved(saved, t('policies.form.resetDone')),
  });

  const send = (expectedVersion: number) => {
    const found = policyProblems(draft);
    setProblems(found);
    if (found.size === 0) save.mutate(expectedVersion);
  };
  const failure = save.error ?? reset.error ?? undefined;
  const refused = isApiError(failure) ? failure.fields : [];
  return {
    base,
    draft,
    comment,
    setComment,
    mayChange: base.allowedActions.includes('update'),
    mayReset: base.allowedActions.includes('reset'),
    changed: JSON.stringify(draft) !== JSON.stringify(base.policy),
    change: (patch: Partial<Policy>) => {
      setDraft(before => ({ ...before, ...patch }));
      setProblems(new Map());
      save.reset();
    },
    discard: () => startFrom(base),
    /** Begins anew from an earlier version's policy, to be saved as a new one. */
    startFrom: (policy: Policy) => startFrom(base, policy),
    save: () => send(base.version),
    saving: save.isPending,
    reset: () => reset.mutate(),
    resetting: reset.isPending,
    /** Set when somebody else saved first. */
    theirs,
    takeTheirs: () => {
      save.reset();
      reset.reset();
      if (theirs) startFrom(theirs);
    },
    keepMine: () => {
      if (!theirs) return;
      setBase(theirs);
      setTheirs(undefined);
      send(theirs.version);
    },
    error: theirs ? undefined : failure,
    /** What is wrong at a field, in words. */
    errorsAt: (path: string): string[] => {
      const problem = problems.get(path);
      if (problem) return [t(`policies.problem.${problem}`)];
      return refused
        .filter(error => error.path === path)
        .map(({ message }) => message);
    },
  };
}

export type PolicyEditor = ReturnType<typeof usePolicyEditor>;
