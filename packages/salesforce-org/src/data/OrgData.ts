import type { OrgFeature, OrgServices } from '../core/types';
import type { ConnectedAppInput } from '../oauth/ConnectedApp';
import { DefaultAccessModel } from '../access/DefaultAccessModel';
import { userEntityAccessRules } from '../access/virtual/userEntityAccess';
import { userFieldAccessRules } from '../access/virtual/userFieldAccess';
import { userRecordAccessRules } from '../access/virtual/userRecordAccess';
import { scheduleRemovals } from '../rules/permissions/expiringAssignments';
import { settingObjects } from '../rules/setup/settingObjects';
import { standardRules } from '../rules/standardRules';

/** A data set: what an org is made with, and how to log in to it. */
export interface OrgData {
  readonly features: readonly OrgFeature[];
  readonly connectedApps: readonly ConnectedAppInput[];
  /** Username of the user whom Salesdesk logs in as. */
  readonly integrationUsername: string;
  /** Username of a System Administrator. */
  readonly administratorUsername: string;
}

/** Rules, access and settings of every real org, without any data. */
export function standardFeature(): OrgFeature {
  return {
    schema: settingObjects,
    rules: org => [
      ...standardRules(org),
      userRecordAccessRules(),
      userFieldAccessRules(),
      userEntityAccessRules(),
    ],
    access: org => new DefaultAccessModel({ org }),
  };
}

/** A feature that loads rows, and then sees to what runs out by the clock. */
export function dataFeature(options: {
  schema?: readonly unknown[];
  load(org: OrgServices): void;
}): OrgFeature {
  const { schema, load } = options;
  return {
    schema,
    load(org) {
      load(org);
      scheduleRemovals(org);
    },
  };
}
