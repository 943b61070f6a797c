import { z } from 'zod';
import { sayIssue } from './sayIssue';

const schema = z
  .object({
    users: z.array(z.string().min(1)).min(1).max(2),
    show: z.enum(['active', 'all']).optional(),
    until: z.iso.date().optional(),
    title: z.string().max(3, 'A title is short').optional(),
    count: z.int().max(5).optional(),
    name: z.string().max(4).optional(),
    either: z.union([z.string(), z.number()]).optional(),
    when: z.union([z.iso.date(), z.iso.datetime()]).optional(),
    part: z
      .union([z.object({ x: z.string() }), z.object({ y: z.string() })])
      .optional(),
  })
  .strict();

it.each<[unknown, string]>([
  ['x', 'The input must be an object with fields'],
  [{}, "'users' is missing; it must be a list"],
  [{ users: 'x' }, "'users' must be a list"],
  [{ users: [] }, "'users' must have at least 1 entry"],
  [{ users: ['a', 'b', 'c'] }, "'users' must have at most 2 entries"],
  [{ users: [1] }, "'users.0' must be a text"],
  [{ users: [''] }, "'users.0' must have at least 1 character"],
  [{ users: ['a'], show: 'x' }, "'show' must be one of: active, all"],
  [
    { users: ['a'], until: 'soon' },
    "'until' must be a date such as 2027-01-31",
  ],
  [{ users: ['a'], title: 'long' }, 'A title is short'],
  [{ users: ['a'], count: 6 }, "'count' must be at most 5"],
  [{ users: ['a'], count: 1.5 }, "'count' must be a whole number"],
  [{ users: ['a'], name: 'long!' }, "'name' must have at most 4 characters"],
  [{ users: ['a'], either: [] }, "'either' must be a text or a number"],
  [
    { users: ['a'], when: 'yesterday' },
    "'when' must be a date such as 2027-01-31 or a time such as 2027-01-31T09:00:00Z",
  ],
  [{ users: ['a'], either: 5, part: { x: 1 } }, "'part': Invalid input"],
  [{ users: ['a'], colour: 1 }, 'There is no field "colour" here'],
])('%j: %s', (input, expected) => {
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  expect(sayIssue(issue)).toBe(expected);
});
