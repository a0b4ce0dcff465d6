import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Where the API answers while the admin runs on vite's own server. */
const api = process.env.PARVIS_API ?? 'http://127.0.0.1:4000';
/** With the browser's own host: the API refuses what another site sends. */
const proxied = ['/graphql', '/auth', '/graphiql', '/health', '/files', '/demo'];

export default defineConfig({
  plugins: [react()],
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: api, changeOrigin: false }])) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Ant Design and Refine are one large chunk that changes rarely; it is fetched once.
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      input: {
        index: entry('index.html'),
        agent: entry('agent.html'),
        'sign-in': entry('sign-in.html'),
        mailbox: entry('mailbox.html'),
      },
    },
  },
});
