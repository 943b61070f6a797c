import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A whole app is drawn in each test; on a busy machine that takes a while.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
