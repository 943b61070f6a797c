import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { styleOfAttributes } from './__testUtils__/styleOfAttributes';

window.getComputedStyle = styleOfAttributes;
// A whole app is drawn in each test; on a busy machine that takes a while.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
