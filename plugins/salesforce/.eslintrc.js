module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // The typed API client names its functions after HTTP methods: client.GET(…)
  rules: { 'new-cap': ['error', { capIsNew: false }] },
  overrides: [
    {
      // Never part of what is published.
      files: ['src/__testUtils__/**', 'dev/**'],
      rules: {
        '@backstage/no-undeclared-imports': 'off',
        '@backstage/no-ui-css-imports-in-non-frontend': 'off',
      },
    },
  ],
});
