import './style/element';
import './style/tokens.css';
import './style/base.css';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, language, speak } from './i18n';
import { router } from './router';
import { t } from './shell/messages';
import { complain } from './shell/toasts';

speak(language());
// An older page asks for a file that a newer build no longer has.
window.addEventListener('vite:preloadError', () => complain(t('newVersion')));

const app = createApp(App).use(router).use(i18n);
app.config.errorHandler = (error) => {
  complain(error);
  reportError(error);
};
void router.isReady().then(() => app.mount('#app'));
