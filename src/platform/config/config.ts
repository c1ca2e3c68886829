import { ArrayUnique, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import {
  AreAllowedHosts,
  AreLogKeys,
  AreWebhookUrls,
  IsDatabaseUrl,
  IsMailAddress,
  IsOrigin,
  IsReadableFile,
  IsSmtpUrl,
} from './checks.js';
import { Variable } from './variable.js';

export const MODES = ['evaluation', 'production'] as const;
/** Which year an annual progress report is about. */
export const ANNUAL_COVERS = ['year', 'yearBefore'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What an installation may set. Each field is one environment variable; there is no configuration file. */
export class Config {
  @Variable({
    name: 'MULU_MODE',
    kind: 'text',
    default: 'evaluation',
    meaning: {
      zh: '运行方式。evaluation（试用）：只在本机可用，带演示数据和演示账户；production（正式）：无演示数据，首次启动给出一次性设置口令。',
      en: 'evaluation: this machine only, with demo data and demo accounts. production: no demo data; a one-time set-up token at the first start.',
    },
  })
  @IsIn(MODES)
  readonly mode: (typeof MODES)[number];

  @Variable({
    name: 'MULU_HOST',
    kind: 'text',
    default: '127.0.0.1',
    meaning: { zh: '监听的地址。', en: 'Address to listen on.' },
  })
  @IsString()
  @MinLength(1)
  readonly host: string;

  @Variable({
    name: 'MULU_PORT',
    kind: 'integer',
    default: '3000',
    meaning: { zh: '监听的端口；0 表示任选一个空闲端口。', en: 'Port to listen on; 0 takes any free one.' },
  })
  @IsInt()
  @Min(0)
  @Max(65535)
  readonly port: number;

  @Variable({
    name: 'MULU_DATA_DIR',
    kind: 'text',
    default: './data',
    meaning: {
      zh: '数据文件夹：内置 PostgreSQL 及其口令文件；试用方式下还有演示账户的口令文件。',
      en: 'Data folder: the embedded PostgreSQL and the file with its passwords; in the evaluation mode also one with those of the demo accounts.',
    },
  })
  @IsString()
  @MinLength(1)
  readonly dataDir: string;

  @Variable({
    name: 'MULU_DEMO_PASSWORD',
    kind: 'text',
    meaning: {
      zh: '仅试用方式：全部演示账户的口令；不设置则首次启动时随机生成，显示一次，并存于数据文件夹供切换角色使用。',
      en: 'Evaluation mode only: the password of every demo account; without it random ones are printed once at the first start, and kept in the data folder for the switch of roles.',
    },
  })
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(128)
  readonly demoPassword?: string;

  @Variable({
    name: 'DATABASE_URL',
    kind: 'text',
    meaning: {
      zh: '外部 PostgreSQL（15 或更新）的应用账户 mulu_app 的地址；不设置则使用内置 PostgreSQL。',
      en: 'The login mulu_app of an external PostgreSQL, 15 or newer. Without it the embedded PostgreSQL is used.',
    },
  })
  @IsOptional()
  @IsDatabaseUrl()
  readonly databaseUrl?: string;

  @Variable({
    name: 'MULU_PORTAL_URL',
    kind: 'text',
    meaning: {
      zh: '设置 DATABASE_URL 时必填：只能读取已公开内容的账户 mulu_portal 的地址。',
      en: 'Required with DATABASE_URL: the login mulu_portal, which can read what is public and nothing else.',
    },
  })
  @IsOptional()
  @IsDatabaseUrl()
  readonly portalUrl?: string;

  @Variable({
    name: 'MULU_MIGRATOR_URL',
    kind: 'text',
    meaning: {
      zh: '与 DATABASE_URL 同用：账户 mulu_migrator 的地址；设置后启动时自动升级数据库，不设置则只检查数据库是否已升级。',
      en: 'With DATABASE_URL: the login mulu_migrator. When set, the database is upgraded at start; otherwise it is only checked.',
    },
  })
  @IsOptional()
  @IsDatabaseUrl()
  readonly migratorUrl?: string;

  @Variable({
    name: 'MULU_EMBEDDED_PORT',
    kind: 'integer',
    meaning: {
      zh: '内置 PostgreSQL 另外在本机回环地址的这个端口监听，供备份等工具使用。',
      en: 'The embedded PostgreSQL also listens on this loopback port, for tools such as backups.',
    },
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(65535)
  readonly embeddedPort?: number;

  @Variable({
    name: 'MULU_POOL_SIZE',
    kind: 'integer',
    default: '20',
    meaning: { zh: '应用的数据库连接数上限。', en: 'Most database connections of the application.' },
  })
  @IsInt()
  @Min(2)
  @Max(500)
  readonly poolSize: number;

  @Variable({
    name: 'MULU_TLS_CERT',
    kind: 'text',
    meaning: { zh: 'TLS 证书文件（PEM，含证书链）。', en: 'File with the TLS certificate chain (PEM).' },
  })
  @IsOptional()
  @IsReadableFile()
  readonly tlsCert?: string;

  @Variable({
    name: 'MULU_TLS_KEY',
    kind: 'text',
    meaning: { zh: 'TLS 私钥文件（PEM）。', en: "File with the certificate's private key (PEM)." },
  })
  @IsOptional()
  @IsReadableFile()
  readonly tlsKey?: string;

  @Variable({
    name: 'MULU_PLAIN_HTTP',
    kind: 'switch',
    default: 'no',
    meaning: {
      zh: 'yes：明确允许在回环地址以外使用不加密的 HTTP（例如由前置代理负责 TLS）。',
      en: 'yes: explicitly allows unencrypted HTTP beyond loopback (for example behind a proxy that does TLS).',
    },
  })
  @IsBoolean()
  readonly plainHttp: boolean;

  @Variable({
    name: 'MULU_TRUST_PROXY',
    kind: 'list',
    default: '',
    meaning: {
      zh: '可信前置代理的地址或网段，以逗号分隔；只采信来自它们的 X-Forwarded-* 。',
      en: 'Addresses or networks of trusted proxies, separated by commas; X-Forwarded-* counts from these only.',
    },
  })
  @ArrayUnique()
  @IsString({ each: true })
  readonly trustProxy: string[];

  @Variable({
    name: 'MULU_PUBLIC_ORIGIN',
    kind: 'text',
    meaning: {
      zh: '浏览器看到的地址，如 https://mulu.example.gov.cn；不设置则按请求的 Host 判断来源。',
      en: "What browsers see, such as https://mulu.example.gov.cn. Without it a request's own Host decides what counts as the same origin.",
    },
  })
  @IsOptional()
  @IsOrigin()
  readonly publicOrigin?: string;

  @Variable({
    name: 'MULU_BODY_MAX_BYTES',
    kind: 'integer',
    default: '1048576',
    meaning: { zh: '请求正文（文件除外）的最大字节数。', en: 'Largest request body in bytes, files excepted.' },
  })
  @IsInt()
  @Min(65_536)
  @Max(67_108_864)
  readonly bodyMaxBytes: number;

  @Variable({
    name: 'MULU_IMPORT_MAX_BYTES',
    kind: 'integer',
    default: '20971520',
    meaning: { zh: '导入文件的最大字节数。', en: 'Largest imported file in bytes.' },
  })
  @IsInt()
  @Min(1024)
  @Max(268_435_456)
  readonly importMaxBytes: number;

  @Variable({
    name: 'MULU_LOG_LEVEL',
    kind: 'text',
    default: 'info',
    meaning: { zh: '日志级别。', en: 'Log level of the structured log.' },
  })
  @IsIn(LOG_LEVELS)
  readonly logLevel: (typeof LOG_LEVELS)[number];

  @Variable({
    name: 'MULU_METRICS_TOKEN',
    kind: 'text',
    meaning: {
      zh: '读取 /metrics 的令牌（Authorization: Bearer …）；不设置则只允许本机读取。',
      en: 'Token for /metrics (Authorization: Bearer …). Without it only this machine may read it.',
    },
  })
  @IsOptional()
  @IsString()
  @MinLength(16)
  readonly metricsToken?: string;

  @Variable({
    name: 'MULU_QUARTERLY_REPORT_DAYS',
    kind: 'integer',
    default: '10',
    meaning: {
      zh: '季度工作情况报告在季度结束后几个工作日内报送（1—60）。通知只规定每季度报送，未定日期。',
      en: 'Working days after the end of a quarter within which its progress report is due (1–60). The notice asks for one every quarter and names no day.',
    },
  })
  @IsInt()
  @Min(1)
  @Max(60)
  readonly quarterlyReportDays: number;

  @Variable({
    name: 'MULU_ANNUAL_PROGRESS_COVERS',
    kind: 'text',
    default: 'year',
    meaning: {
      zh: '每年12月30日前报送的推进情况报告写哪一年：year 当年；yearBefore 上一年度（通知原文作“上一年度”，疑为笔误）。',
      en: 'Which year the progress report due on 30 December is about: year, the one that ends; yearBefore, the one before (the notice says so, probably by a slip).',
    },
  })
  @IsIn(ANNUAL_COVERS)
  readonly annualProgressCovers: (typeof ANNUAL_COVERS)[number];

  @Variable({
    name: 'MULU_SMTP_URL',
    kind: 'text',
    meaning: {
      zh: '邮件服务器，如 smtps://用户:口令@mail.example.gov.cn:465 或 smtp://…；设置后，轮到谁办理即以邮件通知（不含事项内容）。须同时设置 MULU_MAIL_FROM 和 MULU_PUBLIC_ORIGIN。',
      en: 'Mail server, such as smtps://user:password@mail.example.gov.cn:465 or smtp://… When set, whoever is next is told by e-mail (no text of any item). Needs MULU_MAIL_FROM and MULU_PUBLIC_ORIGIN.',
    },
  })
  @IsOptional()
  @IsSmtpUrl()
  readonly smtpUrl?: string;

  @Variable({
    name: 'MULU_MAIL_FROM',
    kind: 'text',
    meaning: {
      zh: '通知邮件的发件地址，与 MULU_SMTP_URL 同用。',
      en: 'The address that notifications come from; goes with MULU_SMTP_URL.',
    },
  })
  @IsOptional()
  @IsMailAddress()
  readonly mailFrom?: string;

  @Variable({
    name: 'MULU_CHECKPOINT_FILE',
    kind: 'text',
    meaning: {
      zh: '仅内置数据库：另一存储上的文件，每个检查点追加其后；不设置则为数据文件夹中的 checkpoints.txt。外部数据库时由密钥持有进程设置（docs/verification.md）。',
      en: 'Embedded database only: a file, best on another mount, to which every checkpoint is appended; checkpoints.txt in the data folder without it. With an external database it is set for the key holder (docs/verification.md).',
    },
  })
  @IsOptional()
  @IsString()
  readonly checkpointFile?: string;

  @Variable({
    name: 'MULU_CHECKPOINT_SM2_KEY',
    kind: 'text',
    meaning: {
      zh: '仅内置数据库：SM2 签名密钥文件（PEM）；设置后，每个检查点另以国密算法（SM3、SM2）签发一份，没有此文件即生成。外部数据库时由密钥持有进程设置（docs/verification.md）。',
      en: 'Embedded database only: a file with a key of SM2 (PEM). When set, each checkpoint gets a second pair of SM3 and SM2; the key is made where there is none. With an external database it is set for the key holder (docs/verification.md).',
    },
  })
  @IsOptional()
  @IsString()
  readonly checkpointSm2Key?: string;

  @Variable({
    name: 'MULU_CHECKPOINT_WITNESSES',
    kind: 'list',
    default: '',
    meaning: {
      zh: '仅内置数据库：请其会签检查点的见证人，地址和公钥之间以空格分开，多个以逗号分隔。外部数据库时由密钥持有进程设置。',
      en: 'Embedded database only: witnesses that are asked to cosign checkpoints, address and key with a space between them, separated by commas. With an external database it is set for the key holder.',
    },
  })
  @ArrayUnique()
  readonly checkpointWitnesses: string[];

  @Variable({
    name: 'MULU_CHECKPOINT_MAIL_TO',
    kind: 'text',
    meaning: {
      zh: '仅内置数据库：审计管理员的邮件地址，有新公布时即发、平时至多每小时发一次检查点；须同时设置 MULU_SMTP_URL。外部数据库时由密钥持有进程设置。',
      en: 'Embedded database only: the audit administrator’s address; a checkpoint is sent there at each publication, and once an hour otherwise. Needs MULU_SMTP_URL. With an external database it is set for the key holder.',
    },
  })
  @IsOptional()
  @IsMailAddress()
  readonly checkpointMailTo?: string;

  @Variable({
    name: 'MULU_CHECK_AT',
    kind: 'text',
    default: '02:30',
    meaning: {
      zh: '每夜核对全部日志的时刻（北京时间，时:分）；never 表示不由本程序核对。错过的一夜补上；多个进程只有一个核对。',
      en: 'When the whole log is checked every night (hour:minute in Asia/Shanghai); never: not by this program. A night that was missed is made up for; of several processes one checks.',
    },
  })
  @Matches(/^(?:([01]\d|2[0-3]):[0-5]\d|never)$/, { message: '$property must be a time such as 02:30, or never' })
  readonly checkAt: string;

  @Variable({
    name: 'MULU_CHECK_KEYS',
    kind: 'list',
    default: '',
    meaning: {
      zh: '每夜核对时采信其检查点的公钥，多个以逗号分隔（见 docs/verification.md）；使用内置数据库时另加本程序自己的公钥。不设置则无从核验检查点。',
      en: 'Public keys whose checkpoints count in the nightly check, separated by commas (docs/verification.md); with the embedded database the program’s own comes on top. Without any, no checkpoint vouches for anything.',
    },
  })
  @ArrayUnique()
  @AreLogKeys()
  readonly checkKeys: string[];

  @Variable({
    name: 'MULU_WEBHOOK_URL',
    kind: 'list',
    default: '',
    meaning: {
      zh: '接收事件的地址（http 或 https），多个以逗号分隔（地址中的逗号写作 %2C）；设置后，版本和任务件每有一步即以 POST 发送，只含编号，不含任何文字。须同时设置 MULU_WEBHOOK_HOSTS 和 MULU_WEBHOOK_SECRET。',
      en: 'Addresses (http or https) that events are posted to, separated by commas (%2C for a comma inside one). When set, each step of a version or a matter is sent there: ids only, no text. Needs MULU_WEBHOOK_HOSTS and MULU_WEBHOOK_SECRET.',
    },
  })
  @ArrayUnique()
  @AreWebhookUrls()
  readonly webhookUrls: string[];

  @Variable({
    name: 'MULU_WEBHOOK_HOSTS',
    kind: 'list',
    default: '',
    meaning: {
      zh: '允许连接的主机，以逗号分隔：主机名、地址或网段。主机名只许解析到公网地址；解析到内网地址的，须另列该地址或网段，如 oa.example.gov.cn,10.20.0.0/16；本机和链路本地地址须逐个列出。',
      en: 'Hosts that may be connected to, separated by commas: names, addresses, networks. A name may lead to public addresses only; for one inside a network list the address or network too, such as oa.example.gov.cn,10.20.0.0/16. Loopback and link-local addresses must each be listed themselves.',
    },
  })
  @ArrayUnique()
  @AreAllowedHosts()
  readonly webhookHosts: string[];

  @Variable({
    name: 'MULU_WEBHOOK_SECRET',
    kind: 'text',
    meaning: {
      zh: '事件签名（HMAC-SHA256）的密钥，至少 32 个字符，接收方用它验证来源。',
      en: 'Key of the HMAC-SHA256 by which a receiver knows that events come from here; at least 32 characters.',
    },
  })
  @IsOptional()
  @IsString()
  @MinLength(32)
  readonly webhookSecret?: string;
}
