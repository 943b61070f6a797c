import { isApiError, type ApiError } from '../api/ApiError';
import type { Translate } from '../hooks/useTranslation';

/** An error as a person needs it: what happened, why, what to do now. */
export interface ErrorDescription {
  title: string;
  /** The backend's plain sentence, where there is one. */
  message?: string;
  next?: string;
  /** Salesforce's own words. */
  details?: string;
}

export function describeError(error: unknown, t: Translate): ErrorDescription {
  if (!isApiError(error)) {
    return { title: t('error.titleServer'), next: t('error.nextServer') };
  }
  return {
    ...frameOf(error, t),
    ...(error.message ? { message: error.message } : {}),
    ...(error.details ? { details: error.details } : {}),
  };
}

function frameOf(error: ApiError, t: Translate): ErrorDescription {
  if (error.code?.startsWith('org_') && error.code !== 'org_not_found') {
    return { title: t('error.titleOrg'), next: t('error.nextOrg') };
  }
  switch (error.status) {
    case 0:
      return { title: t('error.titleOffline'), next: t('error.nextOffline') };
    case 400:
    case 422:
      return { title: t('error.titleInput') };
    case 401:
      return { title: t('error.titleSignIn'), next: t('error.nextSignIn') };
    case 403:
      return {
        title: t('error.titleNotAllowed'),
        next: t('error.nextNotAllowed'),
      };
    case 404:
      return { title: t('error.titleNotFound'), next: t('error.nextNotFound') };
    case 409:
      return { title: t('error.titleConflict'), next: t('error.nextConflict') };
    case 429:
      return { title: t('error.titleBusy'), next: t('error.nextBusy') };
    default:
      return { title: t('error.titleServer'), next: t('error.nextServer') };
  }
}
