import {
  SalesdeskError,
  declareAction,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  createSalesforceReadAction,
  type ActionContext,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { z } from 'zod';

/** A record of the fake org: somebody with a box that is open or closed. */
export interface Box {
  id: string;
  name: string;
  isOpen: boolean;
  personRef?: string;
}

/**
 * An org of boxes, in memory: just enough to submit, review and undo requests
 * without Salesforce. What requests do with a real org is tested elsewhere.
 */
export class FakeOrg {
  readonly boxes = new Map<string, Box>();
  /** Salesforce users of those who ask, by entity ref. */
  readonly requesterUserIds = new Map<string, string>();
  /** Set to have the next previews fail. */
  failure: Error | undefined;
  /** Set to have something happen once, while the next preview looks. */
  meanwhile: (() => Promise<void>) | undefined;

  add(box: Box): void {
    this.boxes.set(box.id, box);
  }

  context(requesterRef: string, now: Date): ActionContext {
    const context: Partial<ActionContext> = {
      org: {
        id: 'acme',
        title: 'Acme',
        apiVersion: '63.0',
        instanceUrl: 'https://acme.test',
      },
      requester: {
        ref: requesterRef,
        ...(this.requesterUserIds.has(requesterRef)
          ? { salesforceUserId: this.requesterUserIds.get(requesterRef) }
          : {}),
      },
      now,
      protectedUserIds: [],
      recordUrl: (_, id) => `https://acme.test/${id}`,
      reader: this.#reader as ActionContext['reader'],
    };
    // Actions of this org need no more than that.
    return context as ActionContext;
  }

  readonly #reader: Partial<ActionContext['reader']> = {
    retrieve: async <TRecord = SalesforceRecord>(options: { ids: string[] }) =>
      options.ids.map(id => {
        const box = this.boxes.get(id);
        return box ? ({ Id: box.id, IsOpen__c: box.isOpen } as TRecord) : null;
      }),
  };

  /** Opens boxes, by name; boxes that are open already are left out. */
  readonly openBoxes = createSalesforceAction(
    declareAction({
      id: 'test_open_boxes',
      title: 'Open boxes',
      description: 'Opens boxes',
      family: 'data',
      kind: 'write',
      risk: 'medium',
      attributes: { readOnly: false, destructive: false, idempotent: true },
      input: z.strictObject({
        boxes: z.array(z.string().min(1).max(255)).min(1),
        until: z.iso.datetime().optional(),
      }),
    }),
    {
      preview: async ({ input }) => {
        const { meanwhile } = this;
        this.meanwhile = undefined;
        await meanwhile?.();
        if (this.failure) throw this.failure;
        const boxes = input.boxes.map((name, index) => {
          const box = [...this.boxes.values()].find(b => b.name === name);
          if (!box) {
            throw new SalesdeskError('InputError', `No box is called ${name}`, {
              code: 'unknown_name',
              fields: [
                {
                  path: `boxes.${index}`,
                  message: `No box is called ${name}`,
                  code: 'unknown_name',
                },
              ],
            });
          }
          return box;
        });
        const targetOf = (box: Box) => ({
          object: 'User',
          id: box.id,
          label: box.name,
          ...(box.personRef ? { personRef: box.personRef } : {}),
        });
        return {
          title: `Open ${input.boxes.join(', ')}`,
          targets: boxes.map(targetOf),
          leftOut: boxes
            .filter(box => box.isOpen)
            .map(box => ({ target: targetOf(box), reason: 'is open already' })),
          changes: boxes
            .filter(box => !box.isOpen)
            .map(box => ({
              object: 'Box__c',
              recordId: box.id,
              operation: 'update' as const,
              summary: `Open ${box.name}`,
              target: targetOf(box),
              fields: [
                {
                  name: 'IsOpen__c',
                  label: 'Open',
                  before: false,
                  after: true,
                },
              ],
            })),
          followUps: input.until
            ? [
                {
                  action: 'test_open_boxes',
                  input: { boxes: input.boxes },
                  at: input.until,
                  summary: `Open ${input.boxes.join(', ')} again`,
                },
              ]
            : [],
        };
      },
      undo: { kind: 'inverse' },
      examples: [],
    },
  );

  /** Counts the boxes. */
  readonly countBoxes = createSalesforceReadAction(
    declareAction({
      id: 'test_count_boxes',
      title: 'Count boxes',
      description: 'Counts the boxes',
      family: 'data',
      kind: 'read',
      risk: 'low',
      attributes: { readOnly: true, destructive: false, idempotent: true },
      input: z.strictObject({}),
    }),
    {
      run: async () => ({ kind: 'text', text: `${this.boxes.size} boxes` }),
      examples: [],
    },
  );
}
