import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AssistantBlock,
  SalesforceUser,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ConversationTurn,
  type Interpretation,
  type InterpretableAction,
  type InterpreterContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { testContexts, testNow } from '../../__testUtils__/testContext';
import { testGateway } from '../../__testUtils__/testOrg';
import { builtInActions } from '../../actions';
import { inputSchema } from '../../requests/inputSchema';
import { BuiltInInterpreter } from '../builtin/BuiltInInterpreter';
import { NameIndex, type IndexedThing } from '../names/NameIndex';
import { PersonNames } from '../names/PersonNames';
import { readNames } from '../names/readNames';

const ownWrites = new Set([
  'salesforce_reset_password',
  'salesforce_update_user',
  'salesforce_assign_permission_set',
  'salesforce_remove_permission_set',
  'salesforce_assign_permission_set_group',
  'salesforce_remove_permission_set_group',
  'salesforce_add_group_member',
  'salesforce_remove_group_member',
  'salesforce_revoke_oauth_token',
  'salesforce_revoke_sessions',
  'salesforce_create_record',
  'salesforce_update_record',
  'salesforce_convert_lead',
]);

/** The built-in interpreter on a local org, without a host around it. */
export class TestConversation {
  readonly #server: SalesforceOrgServer;
  readonly #gateway: ReturnType<typeof testGateway>;
  readonly #index: NameIndex;
  readonly #interpreter = new BuiltInInterpreter();

  static async start(
    server: SalesforceOrgServer,
    catalog: string,
  ): Promise<TestConversation> {
    const gateway = testGateway(server);
    const index = new NameIndex([
      ...(await readNames(gateway)),
      ...catalogNames(catalog),
    ]);
    return new TestConversation(server, gateway, index);
  }

  /** The same org with other names. */
  withNames(index: NameIndex): TestConversation {
    return new TestConversation(this.#server, this.#gateway, index);
  }

  private constructor(
    server: SalesforceOrgServer,
    gateway: ReturnType<typeof testGateway>,
    index: NameIndex,
  ) {
    this.#server = server;
    this.#gateway = gateway;
    this.#index = index;
  }

  get names(): NameIndex {
    return this.#index;
  }

  /**
   * Says several things one after the other, and presses a button of the last
   * question; answers what was understood last.
   */
  async say(options: {
    as: string;
    texts: string[];
    page?: InterpreterContext['page'];
    press?: string;
  }): Promise<Interpretation> {
    const { as, texts, page, press } = options;
    const context = await this.context(as, page);
    const conversation: ConversationTurn[] = [];
    let last: Interpretation = { parts: [] };
    const interpret = async (text: string, choice?: string) => {
      last = await this.#interpreter.interpret({
        text,
        choice,
        conversation,
        context,
        signal: new AbortController().signal,
        progress: () => {},
      });
      conversation.push({
        id: String(conversation.length),
        text,
        interpreter: 'builtin',
        blocks: [],
        memory: last.memory,
      });
    };
    for (const text of texts) await interpret(text);
    if (press) {
      const button = last.parts
        .flatMap(part => (part.kind === 'question' ? part.choices : []))
        .find(({ label }) => label === press);
      if (!button) throw new Error(`There is no button '${press}'`);
      await interpret(button.text, button.payload);
    }
    return last;
  }

  async context(
    as: string,
    page: InterpreterContext['page'],
  ): Promise<InterpreterContext> {
    const isAdmin = as === 'sam.okafor';
    const ref = `user:default/${as}`;
    const user = this.#server.org.store.findBy(
      'User',
      'Username',
      `${as}@acme.com`,
    )[0];
    const own: SalesforceUser | undefined = user && {
      org: 'acme',
      orgTitle: 'Acme',
      status: 'active',
      id: String(user.Id),
      name: String(user.Name),
      username: String(user.Username),
      email: String(user.Email),
      profile: 'Standard User',
      permissionSets: [],
    };
    const action = await testContexts(this.#server, {
      gateway: this.#gateway,
      now: testNow,
    }).open({ orgId: 'acme', requesterRef: ref });
    const permissionOf = (id: string) => {
      if (isAdmin) return 'yes' as const;
      return ownWrites.has(id) ? ('depends' as const) : ('no' as const);
    };
    return {
      now: testNow,
      timeZone: 'UTC',
      person: { ref, displayName: as },
      org: { id: 'acme', title: 'Acme', instanceUrl: this.#server.url },
      ...(page ? { page } : {}),
      ...(page?.kind === 'entity'
        ? {
            pageEntity: {
              ref: page.entityRef,
              kind: page.entityRef.split(':')[0],
              name: page.entityRef.split('/')[1],
              title: page.entityRef.split('/')[1],
            },
          }
        : {}),
      actions: builtInActions.map(each => ({
        id: each.id,
        title: each.title,
        description: each.description,
        family: each.family,
        kind: each.kind,
        risk: each.risk,
        inputSchema: inputSchema(each),
        attributes: each.attributes,
        undoable: 'no',
        policySentence: '',
        selfService: 'off',
        reasonRequired: false,
        examples: each.examples,
        permitted: permissionOf(each.id),
      })) satisfies InterpretableAction[],
      names: new PersonNames({
        index: this.#index,
        everybody: isAdmin,
        own: { ref, ...(own?.id ? { userId: own.id } : {}) },
      }),
      may: { readEverything: isAdmin, lookThrough: isAdmin, readAudit: false },
      ownUser: async () => own,
      usersOfPerson: async personRef => {
        const [{ thing }] = this.#index.find({
          words: personRef,
          kinds: ['person'],
          quality: 'exact',
        });
        const [found] = this.#server.org.store.findBy(
          'User',
          'Name',
          thing.label,
        );
        return found
          ? [
              {
                ...own,
                org: 'acme',
                orgTitle: 'Acme',
                status: 'active',
                id: String(found.Id),
                name: String(found.Name),
                profile: 'Standard User',
                permissionSets: [],
              },
            ]
          : [];
      },
      objects: async () =>
        (
          await this.#gateway.queryAll<Record<string, unknown>>(
            soql.select({
              from: 'EntityDefinition',
              fields: ['QualifiedApiName', 'Label', 'PluralLabel', 'KeyPrefix'],
              where: soql.eq('IsQueryable', true),
              limit: 2000,
            }),
          )
        ).map(row => ({
          name: String(row.QualifiedApiName),
          label: String(row.Label),
          labelPlural: String(row.PluralLabel),
          custom: false,
          queryable: true,
          keyPrefix: row.KeyPrefix === null ? null : String(row.KeyPrefix),
        })),
      describe: object => this.#gateway.describe(object),
      recordUrl: action.recordUrl,
      read: async ({ action: id, input, cursor }) => {
        const found = builtInActions.find(each => each.id === id);
        if (!found || found.kind !== 'read')
          throw new Error(`No read action ${id}`);
        return found.run({
          input: found.input.parse(input) as never,
          context: action,
          ...(cursor ? { cursor } : {}),
        });
      },
      preview: async () => {
        throw new Error('Not here');
      },
      requests: async () => ({ items: [] }),
      request: async () => {
        throw new Error('Not here');
      },
      timeline: async () => ({ items: [] }),
      audit: async () => ({ items: [] }),
    };
  }
}

/** What the service would make of it, as far as it needs no host. */
export function blocksOf(
  interpretation: Interpretation,
  permitted: (action: string, input: Record<string, unknown>) => boolean,
): AssistantBlock[] {
  return interpretation.parts.flatMap((part): AssistantBlock[] => {
    switch (part.kind) {
      case 'answer':
        return part.blocks;
      case 'drafts':
        return part.drafts.every(({ action, input }) =>
          permitted(action, input),
        )
          ? [
              {
                kind: 'drafts',
                drafts: part.drafts.map((draft, index) => ({
                  id: String(index),
                  actionTitle: draft.action,
                  org: 'acme',
                  words: '',
                  draft: {
                    org: 'acme',
                    action: draft.action,
                    valid: true,
                    errors: [],
                  },
                  ...draft,
                })),
              },
            ]
          : [{ kind: 'refusal', reason: 'Not permitted', instead: [] }];
      case 'question':
        return [part];
      default:
        return [{ instead: [], ...part }];
    }
  });
}

/** People and groups of the demo's catalog, as far as their names go. */
function catalogNames(folder: string): IndexedThing[] {
  return ['people.yaml', 'groups.yaml'].flatMap(file =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^---$/m)
      .flatMap(document => {
        const valueOf = (key: string) =>
          new RegExp(`\\b${key}: ([^\\n}]+)`).exec(document)?.[1].trim();
        const kind = valueOf('kind');
        const name = valueOf('name');
        const email = valueOf('email');
        if (!kind || !name) return [];
        const ref = `${kind.toLowerCase()}:default/${name}`;
        return [
          {
            kind:
              kind === 'Group'
                ? ('catalog-group' as const)
                : ('person' as const),
            value: ref,
            label: valueOf('displayName') ?? name,
            ...(email ? { detail: email } : {}),
            otherNames: [name, ref, ...(email ? [email] : [])],
          },
        ];
      }),
  );
}

/** What an employee of the demo may ask for: what concerns themselves, and records. */
export function mayEmployee(
  action: string,
  { users }: Record<string, unknown>,
): boolean {
  return (
    ownWrites.has(action) &&
    (users === undefined || JSON.stringify(users) === '["me"]')
  );
}
