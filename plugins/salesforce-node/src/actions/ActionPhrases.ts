/**
 * How people ask for an action in their own words, for the built-in
 * interpreter. An action needs none of it: its id, its title, its input's
 * picker hints and its examples already say what it is called and what it
 * takes. Phrases add what those do not say.
 *
 * @public
 */
export interface ActionPhrases {
  /** Verbs besides that of the id, e.g. `['lock out', 'suspend']`. */
  verbs?: string[];
  /** What it is done to, besides the words of the id, e.g. `['password link']`. */
  nouns?: string[];
  /**
   * Whole requests with places for input fields, e.g.
   * `'put {users} on ice until {until}'`.
   */
  templates?: string[];
}
