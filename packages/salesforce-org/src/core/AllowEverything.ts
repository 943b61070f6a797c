import type { AccessModel } from './types';

/** The access model of an org in which nobody set one up: all is allowed. */
export class AllowEverything implements AccessModel {
  canSeeObject() {
    return true;
  }
  canCreate() {
    return true;
  }
  canEdit() {
    return true;
  }
  canDelete() {
    return true;
  }
  canReadField() {
    return true;
  }
  canEditField() {
    return true;
  }
  canReadRow() {
    return true;
  }
  canEditRow() {
    return true;
  }
  canDeleteRow() {
    return true;
  }
  canTransferRow() {
    return true;
  }
  rowFilter() {
    return undefined;
  }
  hasSystemPermission() {
    return true;
  }
}
