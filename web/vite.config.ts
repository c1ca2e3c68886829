import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** `MULU_PORT` names the server that a developer's page talks to. */
const server = `http://127.0.0.1:${process.env.MULU_PORT ?? '3000'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  // vue-i18n without its legacy interface; messages are interpreted, never compiled to code, so that the page needs no eval.
  define: { __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false, __INTLIFY_PROD_DEVTOOLS__: false, __VUE_OPTIONS_API__: true },
  build: {
    target: 'chrome90',
    cssTarget: 'chrome90',
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inline: the content security policy allows what lies in files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|vue-i18n|@intlify)[\\/]/ }] } },
    },
  },
  server: { proxy: { '/api': server, '/open': server } },
});
