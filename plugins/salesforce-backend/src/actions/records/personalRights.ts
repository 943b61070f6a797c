import { isSalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { AccessFacts, type ObjectAccess } from '../../data/AccessFacts';
import { withoutSecrets } from '../../data/toDataObject';

/** Whoever asks, as a Salesforce user with what Salesforce lets them do. */
export interface PersonalRights {
  userId: string;
  userName: string;
  facts: AccessFacts;
}

/**
 * The rights of the person who asks. The integration user writes, and may do
 * more than they; so what they may not do in Salesforce itself is refused here.
 * Nothing is kept between two plans: a right that was taken away ends writes at
 * once.
 */
export async function personalRights(
  context: ActionContext,
  path: string,
): Promise<PersonalRights> {
  const { reader, resolver, org, now } = context;
  const me = await resolver.user({ path, reference: 'me' }).catch(error => {
    if (!isSalesdeskError(error) || error.name !== 'InputError') throw error;
    return resolver.refuse([
      {
        path,
        code: 'not_permitted',
        message: `Records are written with the rights that you have in Salesforce, and you have no Salesforce user in ${org.title}`,
      },
    ]);
  });
  if (!me.isActive || me.isFrozen) {
    return resolver.refuse([
      {
        path,
        code: 'not_permitted',
        message: `Your Salesforce user ${me.username} is ${
          me.isActive ? 'frozen' : 'inactive'
        }`,
      },
    ]);
  }
  return {
    userId: me.id,
    userName: me.name,
    facts: new AccessFacts({
      reader,
      orgId: org.id,
      userId: me.id,
      objects: AccessFacts.cache(() => now),
    }),
  };
}

/** Whether a set of field names, lower case, has a field or what it is a part of. */
export function hasField(
  names: ReadonlySet<string>,
  field: FieldDescription,
): boolean {
  return (
    names.has(field.name.toLowerCase()) ||
    (field.compoundFieldName !== null &&
      names.has(field.compoundFieldName.toLowerCase()))
  );
}

/** The object with the fields that the person may see. */
export function visibleObject(access: ObjectAccess): ObjectDescription {
  const { description, visibleFields } = access;
  return {
    ...description,
    fields: withoutSecrets(description).filter(
      field => field.name === 'Id' || hasField(visibleFields, field),
    ),
  };
}

/** The object as the person may write it; refuses what they may not see or write. */
export async function writableObject(options: {
  context: ActionContext;
  rights: PersonalRights;
  object: ObjectDescription;
  path: string;
  right: 'create' | 'edit';
}): Promise<ObjectAccess> {
  const { context, rights, object, path, right } = options;
  const access = await rights.facts.object(object.name);
  if (!access?.readable) {
    return context.resolver.refuse([
      {
        path,
        code: 'unknown_name',
        message: `There is no object '${object.label}' that you may see`,
      },
    ]);
  }
  const isAllowed = right === 'create' ? access.creatable : access.editable;
  if (!isAllowed) {
    return context.resolver.refuse([
      {
        path,
        code: 'not_permitted',
        message: `Your Salesforce user may not ${
          right === 'create' ? 'create' : 'change'
        } records of ${object.label}`,
      },
    ]);
  }
  return access;
}
