/** What scrolls must be reached without a mouse, also where nothing in it is. */
export const scrollableByKeyboard = { tabIndex: 0 };
