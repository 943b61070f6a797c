import { accountObjects } from './objects/accounts';
import { activityObjects } from './objects/activities';
import { apexObjects } from './objects/apex';
import { conversationObjects } from './objects/conversations';
import { groupObjects } from './objects/groups';
import { licenseObjects } from './objects/licenses';
import { metadataObjects } from './objects/metadata';
import { organizationObjects } from './objects/organization';
import { orderLineObjects } from './objects/orderLines';
import { permissionSetObjects } from './objects/permissionSets';
import { productCategoryObjects } from './objects/productCategories';
import { productObjects } from './objects/products';
import { salesObjects } from './objects/sales';
import { serviceObjects } from './objects/service';
import { sessionObjects } from './objects/sessions';
import { userObjects } from './objects/users';
import { campaignObjects } from './objects/campaigns';
import { profileObjects } from './objects/profiles';
import { permissionObjects } from './objects/permissions';
import type { ObjectSpecification } from './specification';

/** The objects that every org has from the start, in alphabetical order. */
export const standardObjects: readonly ObjectSpecification[] = [
  ...accountObjects,
  ...permissionObjects,
  ...profileObjects,
  ...campaignObjects,
  ...activityObjects,
  ...apexObjects,
  ...conversationObjects,
  ...groupObjects,
  ...licenseObjects,
  ...metadataObjects,
  ...organizationObjects,
  ...orderLineObjects,
  ...permissionSetObjects,
  ...productCategoryObjects,
  ...productObjects,
  ...salesObjects,
  ...serviceObjects,
  ...sessionObjects,
  ...userObjects,
].sort((one, other) => (one.name < other.name ? -1 : 1));
