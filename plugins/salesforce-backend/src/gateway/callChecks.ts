import {
  GatewayError,
  type GatewayFailure,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId, toLongId } from './recordId';

/*
 * Everything that becomes a part of a path is checked here. jsforce joins
 * paths as it gets them: an id of `../User/005...` or `001...?fields=` would
 * reach another resource.
 */

/** Throws for a call that is not sent. */
export function refuseCall(failure: GatewayFailure, message: string): never {
  throw new GatewayError({ failure, message, certainty: 'not_applied' });
}

/** The API name of an object or a field. */
export function checkedName(name: string): string {
  if (!/^\w{1,255}$/.test(name)) {
    refuseCall('refused', `'${name}' is not the name of an object or a field`);
  }
  return name;
}

/** Ids in their 18-character form. */
export function checkedIds(ids: string[]): string[] {
  return ids.map(id => {
    if (typeof id !== 'string' || !isRecordId(id)) {
      refuseCall('refused', `'${id}' is not the id of a record`);
    }
    return toLongId(id);
  });
}

/** The way to a further page, as a query answered it. */
export function checkedNext(next: string): string {
  if (!/^\/services\/data\/v\d+\.\d+\/query\/[\w-]+$/.test(next)) {
    refuseCall('invalid_query', 'This is not the way to a further page');
  }
  return next;
}
