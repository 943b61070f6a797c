import { parseEntityRef } from '@backstage/catalog-model';
import type { Translate } from '../hooks/useTranslation';

/** Sentences to begin with on the page of a person, a team or an org. */
export function examplesFor(entityRef: string, t: Translate): string[] {
  switch (parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US')) {
    case 'user':
      return [
        t('entity.examples.userAccess'),
        t('entity.examples.userChanges'),
        t('entity.examples.userReset'),
      ];
    case 'group':
      return [t('entity.examples.groupAccess')];
    default:
      return [
        t('entity.examples.orgLicenses'),
        t('entity.examples.orgAdmins'),
        t('entity.examples.orgInactive'),
      ];
  }
}
