/** What `User.TimeZoneSidKey` may be. Note the absence of `US/Eastern`. */
export const timeZones: readonly string[] = `
Pacific/Kiritimati Pacific/Enderbury Pacific/Tongatapu Pacific/Chatham
Asia/Kamchatka Pacific/Auckland Pacific/Fiji Pacific/Norfolk
Pacific/Guadalcanal Australia/Lord_Howe Australia/Brisbane Australia/Sydney
Australia/Adelaide Australia/Darwin Asia/Seoul Asia/Tokyo Asia/Hong_Kong
Asia/Kuala_Lumpur Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei
Australia/Perth Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta Asia/Rangoon
Asia/Dhaka Asia/Kathmandu Asia/Colombo Asia/Kolkata Asia/Karachi
Asia/Tashkent Asia/Yekaterinburg Asia/Kabul Asia/Baku Asia/Dubai
Asia/Tbilisi Asia/Yerevan Asia/Tehran Africa/Nairobi Asia/Baghdad
Asia/Kuwait Asia/Riyadh Europe/Minsk Europe/Moscow Europe/Istanbul
Africa/Cairo Africa/Johannesburg Asia/Beirut Asia/Jerusalem Europe/Athens
Europe/Bucharest Europe/Helsinki Africa/Algiers Europe/Amsterdam
Europe/Berlin Europe/Brussels Europe/Paris Europe/Prague Europe/Rome
Africa/Casablanca Europe/Dublin Europe/Lisbon Europe/London GMT
America/Scoresbysund Atlantic/Azores Atlantic/Cape_Verde
Atlantic/South_Georgia America/Sao_Paulo America/Argentina/Buenos_Aires
America/Santiago America/St_Johns America/Halifax Atlantic/Bermuda
America/Caracas America/Puerto_Rico America/Bogota
America/Indiana/Indianapolis America/Lima America/New_York America/Panama
America/Chicago America/El_Salvador America/Mexico_City America/Denver
America/Mazatlan America/Phoenix America/Los_Angeles America/Tijuana
America/Anchorage America/Adak Pacific/Honolulu Pacific/Marquesas
Pacific/Gambier Pacific/Pitcairn Pacific/Niue Pacific/Pago_Pago
`
  .trim()
  .split(/\s+/);

/** What `User.LocaleSidKey` may be. */
export const locales: readonly string[] = `
af_ZA sq_AL am_ET ar_DZ ar_BH ar_EG ar_IQ ar_JO ar_KW ar_LB ar_LY ar_MA
ar_OM ar_QA ar_SA ar_SD ar_SY ar_TN ar_AE ar_YE hy_AM az_AZ bn_BD bn_IN
eu_ES be_BY bs_BA bg_BG my_MM ca_ES zh_CN_PINYIN zh_CN_STROKE zh_CN
zh_HK_STROKE zh_HK zh_MO zh_SG zh_TW_STROKE zh_TW hr_HR cs_CZ da_DK nl_AW
nl_BE nl_NL nl_SR dz_BT en_AU en_BE en_BM en_BW en_CM en_CA en_CY en_ER
en_FJ en_GH en_HK en_IN en_ID en_IE en_JM en_KE en_LR en_MG en_MW en_MY
en_MU en_NA en_NZ en_NG en_PK en_PG en_PH en_RW en_SL en_SG en_SX en_ZA
en_SZ en_TZ en_UG en_AE en_GB en_US en_ZM et_EE fi_FI fr_BE fr_CA fr_KM
fr_FR fr_GN fr_HT fr_LU fr_MR fr_MC fr_MA fr_CH gl_ES ka_GE de_AT de_BE
de_DE de_LI de_LU de_CH el_CY el_GR gu_IN iw_IL hi_IN hu_HU is_IS in_ID
ga_IE it_IT it_CH ja_JP kn_IN kk_KZ km_KH ko_KR ky_KG lo_LA lv_LV lt_LT
lb_LU mk_MK ms_BN ms_MY ml_IN mt_MT mr_IN sh_ME ne_NP no_NO fa_IR pl_PL
pt_AO pt_BR pt_CV pt_MZ pt_PT pt_ST ro_MD ro_RO rm_CH ru_AM ru_BY ru_KZ
ru_KG ru_LT ru_MD ru_PL ru_RU ru_UA sr_BA sr_RS sr_CS sk_SK sl_SI so_SO
es_AR es_BO es_CL es_CO es_CR es_CU es_DO es_EC es_SV es_GT es_HN es_MX
es_NI es_PA es_PY es_PE es_PR es_ES es_US es_UY es_VE sw_KE sv_SE tl_PH
tg_TJ ta_IN ta_LK te_IN th_TH ti_ET tr_TR uk_UA ur_PK uz_LATN_UZ vi_VN
cy_GB xh_ZA yo_BJ zu_ZA
`
  .trim()
  .split(/\s+/);

/** What `User.LanguageLocaleKey` may be, with the names of the languages. */
export const languages: readonly { value: string; label: string }[] = [
  { value: 'en_US', label: 'English' },
  { value: 'de', label: 'German' },
  { value: 'es', label: 'Spanish' },
  { value: 'fr', label: 'French' },
  { value: 'it', label: 'Italian' },
  { value: 'ja', label: 'Japanese' },
  { value: 'sv', label: 'Swedish' },
  { value: 'ko', label: 'Korean' },
  { value: 'zh_TW', label: 'Chinese (Traditional)' },
  { value: 'zh_CN', label: 'Chinese (Simplified)' },
  { value: 'pt_BR', label: 'Portuguese (Brazil)' },
  { value: 'nl_NL', label: 'Dutch' },
  { value: 'da', label: 'Danish' },
  { value: 'th', label: 'Thai' },
  { value: 'fi', label: 'Finnish' },
  { value: 'ru', label: 'Russian' },
  { value: 'es_MX', label: 'Spanish (Mexico)' },
  { value: 'no', label: 'Norwegian' },
];

/** What `User.EmailEncodingKey` may be. */
export const emailEncodings: readonly string[] = [
  'UTF-8',
  'ISO-8859-1',
  'Shift_JIS',
  'ISO-2022-JP',
  'EUC-JP',
  'ks_c_5601-1987',
  'Big5',
  'GB2312',
  'Big5-HKSCS',
  'x-SJIS_0213',
];
