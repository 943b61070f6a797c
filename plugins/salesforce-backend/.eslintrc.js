module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // What only tests use may use what only tests need.
      files: ['src/**/__testUtils__/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
});
