import type { AccessReviewBody } from '@salesdesk/backstage-plugin-salesforce-common';

type Access = NonNullable<AccessReviewBody['access']>;

/** What stands in the form. */
export interface StartFields {
  title: string;
  org?: string;
  of: 'board' | 'access';
  board?: string;
  accessKind: Access['kind'];
  access: string;
  by: AccessReviewBody['reviewers']['by'];
  /** The reviewer who is named, or who reviews where there is no manager; one at most. */
  ref: string[];
  /** A day. */
  due?: string;
  undecided: NonNullable<AccessReviewBody['undecided']>;
  revokeAction: NonNullable<AccessReviewBody['revokeAction']>;
}

/** What is sent, once the form is complete. Due is the end of the day. Pure. */
export function bodyOf(
  fields: StartFields,
  ids: string[] | undefined,
): AccessReviewBody | undefined {
  const { title, org, of, board, accessKind, access, by, ref, due } = fields;
  const subject =
    of === 'board'
      ? board && { board, ...(ids ? { ids } : {}) }
      : access.trim() && { access: { kind: accessKind, name: access.trim() } };
  const isComplete =
    title.trim() && due && subject && (by !== 'named' || ref.length > 0);
  if (!isComplete) return undefined;
  return {
    title: title.trim().slice(0, 100),
    ...(org ? { org } : {}),
    ...subject,
    dueAt: new Date(`${due.slice(0, 10)}T23:59:59`).toISOString(),
    reviewers: { by, ...(ref.length > 0 ? { ref: ref[0] } : {}) },
    undecided: fields.undecided,
    revokeAction: fields.revokeAction,
  };
}
