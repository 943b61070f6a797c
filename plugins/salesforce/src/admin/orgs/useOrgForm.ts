import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Credentials,
  OrgDetail,
  OrgValidation,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError } from '../../api/ApiError';
import { answerOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { useTranslation } from '../../hooks/useTranslation';
import {
  createBodyOf,
  credentialsOf,
  emptyOrgForm,
  orgFormOf,
  problemsOf,
  suggestOrgId,
  updateBodyOf,
  type CredentialsField,
  type OrgFormProblem,
  type OrgFormValues,
} from './orgForm';

/** The state of the form that connects or edits an org, and what it can do. */
export function useOrgForm(options: {
  /** The org that is edited; none when one is connected. */
  org?: OrgDetail;
  /** What the form is about; both when left out. */
  part?: 'name' | 'credentials';
  onSaved(org: OrgDetail): void;
}) {
  const { org, part, onSaved } = options;
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const { t } = useTranslation();
  const [values, setValues] = useState<OrgFormValues>(() =>
    org ? orgFormOf(org) : emptyOrgForm,
  );
  const [withCredentials, setWithCredentials] = useState(
    part === 'credentials',
  );
  const [idTouched, setIdTouched] = useState(Boolean(org));
  const [problems, setProblems] = useState(new Map<string, OrgFormProblem>());
  // Errors of the backend hold for what was sent, until that field is edited.
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());

  const check = useMutation({
    mutationFn: async (
      credentials: Credentials,
    ): Promise<{
      validation: OrgValidation;
      of: OrgFormValues;
    }> => ({
      of: values,
      validation: await answerOf(
        client.POST('/orgs/validate', {
          body: {
            credentials,
            ...(org ? { org: org.id } : {}),
            ...(values.apiVersion ? { apiVersion: values.apiVersion } : {}),
          },
        }),
      ),
    }),
  });
  const save = useMutation({
    mutationFn: () =>
      org
        ? answerOf(
            client.PATCH('/orgs/{org}', {
              params: { path: { org: org.id } },
              body: updateBodyOf(values, org, withCredentials),
            }),
          )
        : answerOf(client.POST('/orgs', { body: createBodyOf(values) })),
    onSuccess: async saved => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.orgs });
      onSaved(saved);
    },
  });

  // From the values of now, not of the last drawing: who types fast, or a
  // password manager that fills two fields at once, loses nothing.
  const alter = (
    next: (before: OrgFormValues) => OrgFormValues,
    paths: readonly string[],
  ) => {
    setValues(next);
    setProblems(before => {
      const after = new Map(before);
      paths.forEach(path => after.delete(path));
      return after;
    });
    setEdited(before => new Set([...before, ...paths]));
  };
  const change = (patch: Partial<OrgFormValues>, ...paths: string[]) =>
    alter(before => {
      const after = { ...before, ...patch };
      return idTouched || patch.title === undefined
        ? after
        : { ...after, id: suggestOrgId(patch.title) };
    }, paths);

  const words: Record<OrgFormProblem, string> = {
    required: t('orgs.form.required'),
    id_invalid: t('orgs.form.idInvalid'),
    api_version_invalid: t('orgs.form.apiVersionInvalid'),
  };
  const refused = [save.error, check.error].flatMap(error =>
    isApiError(error) ? error.fields : [],
  );
  const run = (
    parts: { name: boolean; credentials: boolean },
    send: () => void,
  ) => {
    const found = problemsOf(values, {
      ...parts,
      hasKeyPair: org?.certificate !== undefined,
    });
    setProblems(found);
    setEdited(new Set());
    if (found.size === 0) send();
  };

  const checked = check.data;
  const checkIsCurrent =
    checked !== undefined &&
    JSON.stringify(credentialsOf(checked.of)) ===
      JSON.stringify(credentialsOf(values));
  return {
    org,
    values,
    change,
    changeCredential: (field: CredentialsField, value: string) =>
      alter(
        before => ({
          ...before,
          credentials: { ...before.credentials, [field]: value },
        }),
        [`credentials.${field}`],
      ),
    changeId: (id: string) => {
      setIdTouched(true);
      change({ id }, 'id');
    },
    withCredentials,
    setWithCredentials,
    /** What is wrong at a field, in words. */
    errorsAt: (path: string): string[] => {
      const problem = problems.get(path);
      if (problem) return [words[problem]];
      return edited.has(path)
        ? []
        : [
            ...new Set(
              refused
                .filter(error => error.path === path)
                .map(({ message }) => message),
            ),
          ];
    },
    check: () =>
      run({ name: false, credentials: true }, () => {
        save.reset();
        const credentials = credentialsOf(values);
        if (credentials) check.mutate(credentials);
      }),
    /** Does it where all that the login needs is there, and says what is missing. */
    ifComplete: (send: () => void) =>
      run({ name: false, credentials: true }, send),
    checking: check.isPending,
    checkError: check.error ?? undefined,
    validation: checked?.validation,
    checkIsCurrent,
    save: () =>
      run({ name: part !== 'credentials', credentials: withCredentials }, () =>
        save.mutate(),
      ),
    saving: save.isPending,
    saveError: save.error ?? undefined,
  };
}

export type OrgForm = ReturnType<typeof useOrgForm>;
