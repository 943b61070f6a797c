module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // The typed API client names its functions after HTTP methods: client.GET(…)
  rules: { 'new-cap': ['error', { capIsNew: false }] },
});
