import type {
  ActionDescription,
  DraftBody,
  FieldError,
  OrgSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useActions } from '../api/useActions';
import { useOrgs } from '../api/useOrgs';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { formFieldsOf, type FormField } from './formFields';
import { readFormLink } from './formLink';
import {
  initialValues,
  inputOf,
  missingFields,
  type FormValues,
} from './formValues';
import { useDraft, type DraftState } from './useDraft';
import { useSubmit } from './useSubmit';

/** What must be known before a form can be drawn. */
export type FormFrame = ScreenState<{
  action: ActionDescription;
  orgs: OrgSummary[];
}>;

export function useFormFrame(actionId: string): FormFrame {
  const actions = useActions();
  const orgs = useOrgs();
  const frame = screenStateOf(actions, all => {
    const action = all.find(({ id }) => id === actionId);
    return action && action.kind === 'write' && action.permitted !== 'no'
      ? { action }
      : undefined;
  });
  const known = screenStateOf(orgs, all => ({ orgs: all }));
  if (frame.state !== 'ready') return frame;
  if (known.state !== 'ready') return known;
  return { state: 'ready', action: frame.action, orgs: known.orgs };
}

export interface RequestForm {
  action: ActionDescription;
  orgs: OrgSummary[];
  fields: FormField[];
  values: FormValues;
  org: string;
  reason: string;
  /** The link that opened the form had values that could not be read. */
  unreadableLink: boolean;
  /** Errors by field; those of fields not filled in yet wait for a try to submit. */
  errors: FieldError[];
  missing: FormField[];
  reasonMissing: boolean;
  /** Grows with each try to submit that came to nothing for want of something. */
  refusals: number;
  draft: DraftState;
  setValue(name: string, value: unknown): void;
  setOrg(org: string): void;
  setReason(reason: string): void;
  /** The request that is changed, instead of asking anew. */
  amends: string | undefined;
  /** An emergency: to run without the approvals it needs. */
  breakGlass: boolean;
  setBreakGlass(breakGlass: boolean): void;
  mayBreakGlass: boolean;
  submit(): void;
  submitting: boolean;
  submitError: unknown;
  /** False while what would happen is being worked out or is refused. */
  maySubmit: boolean;
}

/** What stands in a form, what it would do, and the way to submit it. */
export function useRequestForm(frame: {
  action: ActionDescription;
  orgs: OrgSummary[];
}): RequestForm {
  const { action, orgs } = frame;
  const [search] = useSearchParams();
  // Read once: from here on the form belongs to the person.
  const [link] = useState(() => readFormLink(search));
  const fields = useMemo(
    () => formFieldsOf(action.inputSchema),
    [action.inputSchema],
  );
  const [values, setValues] = useState(() => initialValues(fields, link.input));
  const [reason, setReason] = useState(link.reason);
  const [org, setOrg] = useState(() => orgToStartWith(orgs, link.org));
  const [tries, setTries] = useState(0);
  const tried = tries > 0;

  const missing = missingFields(fields, values);
  const [breakGlass, setBreakGlass] = useState(false);
  const body = useMemo(
    (): DraftBody | undefined =>
      missingFields(fields, values).length > 0
        ? undefined
        : {
            action: action.id,
            org,
            input: inputOf(fields, values),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
            ...(breakGlass ? { breakGlass } : {}),
          },
    [action.id, org, fields, values, reason, breakGlass],
  );
  const { draft, errors, refresh } = useDraft(body);
  const submitting = useSubmit({
    onPlanChanged: refresh,
    amends: link.amends,
  });
  const ready = draft.state === 'ready' && draft.current;
  const isRefused = ready && draft.draft.decision?.verdict === 'refused';

  return {
    ...frame,
    fields,
    values,
    org,
    reason,
    unreadableLink: link.unreadable,
    errors: [...errors, ...submitting.errors].filter(
      error => tried || !isEmptyYet(error, { values, reason }),
    ),
    missing: tried ? missing : [],
    reasonMissing:
      tried && (action.reasonRequired || breakGlass) && reason.trim() === '',
    refusals: tries,
    draft,
    setValue: (name, value) =>
      setValues(before => ({ ...before, [name]: value })),
    setOrg,
    setReason,
    amends: link.amends,
    breakGlass,
    setBreakGlass,
    mayBreakGlass:
      !link.amends &&
      (breakGlass ||
        (draft.state === 'ready' && draft.draft.mayBreakGlass === true)),
    submit: () => {
      setTries(count => count + 1);
      if (!body || !ready || !draft.draft.valid) return;
      submitting.submit({ ...body, planDigest: draft.draft.plan?.digest });
    },
    submitting: submitting.isPending,
    submitError: submitting.error,
    maySubmit: !isRefused && (body === undefined || ready),
  };
}

function orgToStartWith(orgs: OrgSummary[], wanted?: string): string {
  const org =
    orgs.find(({ id }) => id === wanted) ??
    orgs.find(({ isDefault }) => isDefault) ??
    orgs[0];
  return org?.id ?? '';
}

/** An error about something that the person has not come to yet. */
function isEmptyYet(
  error: FieldError,
  form: { values: FormValues; reason: string },
): boolean {
  const [name] = error.path.split('.');
  if (name === 'reason') return form.reason.trim() === '';
  return name !== '' && form.values[name] === undefined;
}
