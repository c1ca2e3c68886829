import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'import.notMultipart': { zh: '请以 multipart/form-data 上传文件', en: 'Send the file as multipart/form-data' },
  'import.fileMissing': { zh: '缺少名为 file 的文件', en: 'The file named "file" is missing' },
  'import.lapsed': {
    zh: '读取结果已不再保留（30 天内未确认，或同一目录有内容依法清除），请重新上传文件',
    en: 'What was read is gone: it is kept for 30 days, and until a text of its catalogue is purged; upload the file again',
  },
});
