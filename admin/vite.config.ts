import { globSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
/** One page each: `index` for the staff, and light entries of their own. */
const entries = globSync('*.html', { cwd: root }).map((file) => path.basename(file, '.html'));

/** Where the API answers while vite serves the sources (npm run dev). */
const api = new URL(process.env.PARVIS_API ?? 'http://127.0.0.1:4000');
/** What is the API's, of all addresses. */
const proxied = ['/graphql', '/auth', '/graphiql', '/health', '/files', '/demo', '/browser-errors'];
/** How long a request waits for an API that is starting again, in milliseconds. */
const patience = 30_000;

const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(api.port), api.hostname);
    const end = (connected: boolean) => {
      socket.destroy();
      resolve(connected);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });

/** While developing: a page for all the addresses below its name, and requests that wait while the API starts again. */
const oneAddress: Plugin = {
  name: 'parvis-one-address',
  configureServer({ middlewares }) {
    middlewares.use(async (request, _response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const first = pathname.split('/')[1] ?? '';
      if (first !== 'index' && entries.includes(first)) request.url = `/${first}.html`;
      if (proxied.some((address) => pathname.startsWith(address))) {
        const until = Date.now() + patience;
        while (!(await answers()) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
      }
      next();
    });
  },
};

export default defineConfig({
  plugins: [react(), oneAddress],
  // With the browser's own host: the API refuses what another site sends.
  server: {
    proxy: Object.fromEntries(proxied.map((address) => [address, { target: api.origin, changeOrigin: false }])),
  },
  build: {
    outDir: 'dist',
    // The build empties it itself, but for the assets of former builds (api/bin/assets.mjs).
    emptyOutDir: false,
    // Ant Design and Refine are one large chunk that changes rarely; it is fetched once.
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      // Refine's packages import all that some application may use, and these do not say that importing them alone does nothing.
      treeshake: {
        moduleSideEffects: [
          { test: /node_modules\/(papaparse|react-markdown|remark-gfm|warn-once)\//, sideEffects: false },
        ],
      },
      input: Object.fromEntries(entries.map((name) => [name, path.join(root, `${name}.html`)])),
    },
  },
});
