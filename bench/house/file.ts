const HEAD = `<tr><td colspan="3">公开事项</td><td rowspan="2">公开内容（要素）</td><td rowspan="2">公开依据</td><td rowspan="2">条款内容</td>
<td rowspan="2">依据效力位阶</td><td rowspan="2">公开时限</td><td rowspan="2">公开主体</td><td rowspan="2">事项类别（法定公开、其他）</td>
<td rowspan="2">公开渠道和载体</td><td colspan="2">公开对象</td><td rowspan="2">责任处室</td><td rowspan="2">对应职责</td></tr>
<tr><td>一级事项</td><td>二级事项</td><td>三级事项</td><td>全社会</td><td>特定群体</td></tr>`;

/** A complete catalogue in the form of NM-2024, of so many items: nothing in it has to be repaired or filled in. */
export function catalogueFile(items: number): Buffer {
  const rows = Array.from({ length: items }, (_, n) =>
    [
      '教育督导',
      '督导评估',
      `事项${n}`,
      `●第${n}号事项的工作安排、评估结果`,
      '《教育督导条例》',
      '第二十三条 专项督导或者综合督导结束，督导报告应当向社会公布。',
      '行政法规',
      '信息形成或者变更之日起20个工作日内',
      '县教育局',
      '法定公开事项',
      '■政府网站<br>■纸质媒体',
      '√',
      '',
      '督导室',
      '对义务教育实施情况进行监测。',
    ]
      .map((cell) => `<td>${cell}</td>`)
      .join(''),
  );
  return Buffer.from(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>主动公开事项目录</title></head><body><h1>主动公开事项目录</h1><table>${HEAD}${rows
      .map((row) => `<tr>${row}</tr>`)
      .join('')}</table></body></html>`,
  );
}
