import base from './playwright.config.ts';
export default { ...base, testDir: '/tmp/five/tests/browser', outputDir: '/tmp/five/.cache/browser', reporter: [['line']], webServer: { command: 'node src/cli/serve.ts', cwd: '/tmp/five', port: 4598, reuseExistingServer: false, env: { PORT: '4598' } }, use: { ...base.use, baseURL: 'http://localhost:4598' } };
