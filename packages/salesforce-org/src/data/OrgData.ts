import type { OrgFeature, OrgServices } from '../core/types';
import type { Switches } from '../core/switches';
import type { ConnectedAppInput } from '../oauth/ConnectedApp';
import { GovernedAccessModel } from '../access/GovernedAccessModel';
import { userEntityAccessRules } from '../access/virtual/userEntityAccess';
import { userFieldAccessRules } from '../access/virtual/userFieldAccess';
import { userRecordAccessRules } from '../access/virtual/userRecordAccess';
import { scheduleRemovals } from '../rules/permissions/expiringAssignments';
import { settingObjects } from '../rules/setup/settingObjects';
import { standardRules } from '../rules/standardRules';

/** A data set: what an org is made with, and how to log in to it. */
export interface OrgData {
  readonly name: string;
  /** Schema, rules, access model and rows. */
  readonly feature: OrgFeature;
  readonly switches: Partial<Switches>;
  readonly connectedApps: readonly ConnectedAppInput[];
  /** Username of the user whom Salesdesk logs in as; null without users. */
  readonly integrationUsername: string | null;
  /** Username of a System Administrator; null without users. */
  readonly administratorUsername: string | null;
}

/** The seeds' apps use the username-password flow, off in orgs of today. */
export const dataSwitches: Partial<Switches> = { passwordFlow: true };

/**
 * The feature of a data set. Rules and access are the same for all of them,
 * so that an org can be reset to another set; only schema and rows differ.
 */
export function orgFeature(options: {
  schema?: readonly unknown[];
  load?(org: OrgServices): void;
}): OrgFeature {
  const { schema = [], load } = options;
  return {
    schema: [...settingObjects, ...schema],
    rules: org => [
      ...standardRules(org),
      userRecordAccessRules(),
      userFieldAccessRules(),
      userEntityAccessRules(),
    ],
    access: org => new GovernedAccessModel({ org }),
    load(org) {
      load?.(org);
      scheduleRemovals(org);
    },
  };
}
