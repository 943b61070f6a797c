import { SalesforceError } from '../core/SalesforceError';
import { notFoundError } from '../http/errorAnswers';

/** Versions before this one were retired in Summer '25. */
const FIRST_VERSION = 31;
/** Winter '27. */
const LAST_VERSION = 68;

const SEASONS = ['Winter', 'Spring', 'Summer'];

/** `63` is `Spring '25`: three releases a year, counted from Winter '11. */
function labelOf(version: number): string {
  const releases = version - 20;
  return `${SEASONS[releases % 3]} '${11 + Math.floor(releases / 3)}`;
}

/** `GET /services/data`: what clients choose their version from. */
export const apiVersions: readonly {
  label: string;
  url: string;
  version: string;
}[] = Array.from({ length: LAST_VERSION - FIRST_VERSION + 1 }, (_, index) => {
  const version = FIRST_VERSION + index;
  return {
    label: labelOf(version),
    url: `/services/data/v${version}.0`,
    version: `${version}.0`,
  };
});

/** `68.0`. */
export const latestApiVersion = `${LAST_VERSION}.0`;

/** @throws 410 for retired versions, 404 for those that never were */
export function checkApiVersion(version: string): void {
  const number = Number(version);
  if (!/^\d{1,2}\.0$/.test(version) || number > LAST_VERSION) {
    throw notFoundError();
  }
  if (number < FIRST_VERSION) {
    throw new SalesforceError({
      httpStatus: 410,
      errorCode: 'UNSUPPORTED_API_VERSION',
      message: `API version ${version} has been retired`,
    });
  }
}
