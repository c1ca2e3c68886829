import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'import.notMultipart': { zh: '请以 multipart/form-data 上传文件', en: 'Send the file as multipart/form-data' },
  'import.fileMissing': { zh: '缺少名为 file 的文件', en: 'The file named "file" is missing' },
});
