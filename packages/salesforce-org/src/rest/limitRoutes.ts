import { jsonAnswer } from '../http/ApiCall';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';

/** Allowances that nothing in a local org uses up. */
const UNTOUCHED: Readonly<Record<string, number>> = {
  AnalyticsExternalDataSizeMB: 40960,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentEinsteinDataInsightsStoryCreation: 5,
  ConcurrentSyncReportRuns: 20,
  DailyAnalyticsDataflowJobExecutions: 60,
  DailyAnalyticsUploadedFilesSizeMB: 51200,
  DailyAsyncApexExecutions: 250000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15000,
  DailyBulkV2QueryFileStorageMB: 976562,
  DailyBulkV2QueryJobs: 10000,
  DailyDurableGenericStreamingApiEvents: 1000000,
  DailyDurableStreamingApiEvents: 1000000,
  DailyEinsteinDiscoveryPredictAPICalls: 50000,
  DailyFunctionsApiCallLimit: 235000,
  DailyGenericStreamingApiEvents: 10000,
  DailyStandardVolumePlatformEvents: 25000,
  DailyStreamingApiEvents: 1000000,
  DailyWorkflowEmails: 130000,
  DurableStreamingApiConcurrentClients: 2000,
  HourlyAsyncReportRuns: 1200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5000,
  HourlyDashboardStatuses: 999999999,
  HourlyLongTermIdMapping: 100000,
  HourlyManagedContentPublicRequests: 50000,
  HourlyODataCallout: 20000,
  HourlyPublishedPlatformEvents: 50000,
  HourlyShortTermIdMapping: 100000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1000,
  MassEmail: 5000,
  MonthlyEinsteinDiscoveryStoryCreation: 500,
  Package2VersionCreates: 6,
  Package2VersionCreatesWithoutValidation: 500,
  PrivateConnectOutboundCalloutHourlyLimitMB: 0,
  PublishCallbackUsageInApex: 250000,
  SingleEmail: 5000,
  StreamingApiConcurrentClients: 2000,
};

/** Bytes of a row, as Salesforce counts storage. */
const KILOBYTES_PER_ROW = 2;

/** `/limits` and `/limits/recordCount`. */
export function limitRoutes(wire: WireServices): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/limits',
      handle: () => jsonAnswer(limits(wire)),
    },
    {
      method: 'GET',
      pattern: '/limits/recordCount',
      handle: call => {
        const asked = call.query.get('sObjects');
        const names =
          asked === null
            ? wire.org.schema.all().map(object => object.name)
            : asked.split(',');
        const sObjects = names.flatMap(name => {
          const object = wire.org.schema.get(name.trim());
          return object &&
            !object.virtual &&
            wire.org.access.canSeeObject(call.ctx, object)
            ? [
                {
                  count: wire.org.store.count(object.name),
                  name: object.name,
                },
              ]
            : [];
        });
        return jsonAnswer({ sObjects });
      },
    },
  ];
}

function limits(wire: WireServices): Record<string, unknown> {
  const { org, apiUsage } = wire;
  const rows = org.schema
    .all()
    .filter(object => !object.virtual && !object.setup)
    .reduce((total, object) => total + org.store.count(object.name), 0);
  const storage = Math.ceil((rows * KILOBYTES_PER_ROW) / 1024);
  const permissionSets = org.store.findBy('PermissionSet', 'IsCustom', true);
  const customSets = permissionSets.filter(
    row => row.IsOwnedByProfile !== true,
  ).length;
  return {
    ActiveScratchOrgs: limit(3, 0),
    DailyScratchOrgs: limit(6, 0),
    DailyApiRequests: limit(apiUsage.daily, apiUsage.used),
    ...Object.fromEntries(
      Object.entries(UNTOUCHED).map(([name, max]) => [name, limit(max, 0)]),
    ),
    DataStorageMB: limit(10240, storage),
    FileStorageMB: limit(10240, 0),
    PermissionSets: {
      ...limit(1500, customSets),
      CreateCustom: limit(1000, customSets),
    },
  };
}

function limit(max: number, used: number): { Max: number; Remaining: number } {
  return { Max: max, Remaining: Math.max(0, max - used) };
}
