-- Functional zones (开发区, 高新区) are places of their own below their league-city: they have bodies and catalogues, and one of them is a national pilot (domain.md §6). GB/T 2260
-- gives them no code, so they carry the statistical one and say so. Their level is that of a banner-county: what is asked of 旗县 is asked of them.
insert into region (code, name, level, parent_code, code_system) values
  ('150172', '呼和浩特经济技术开发区', 'bannerCounty', '150100', '统计用区划代码'),
  ('150271', '包头稀土高新技术产业开发区', 'bannerCounty', '150200', '统计用区划代码'),
  ('150571', '通辽经济技术开发区', 'bannerCounty', '150500', '统计用区划代码'),
  ('152571', '乌拉盖管委会', 'bannerCounty', '152500', '统计用区划代码'),
  ('152971', '内蒙古阿拉善高新技术产业开发区', 'bannerCounty', '152900', '统计用区划代码');
