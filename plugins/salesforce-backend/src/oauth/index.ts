export * from './BrowserLogins';
export * from './callbackUrl';
export * from './createBrowserLogins';
