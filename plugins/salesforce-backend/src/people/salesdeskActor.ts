/** Who acts when nobody does: the plugin itself. Stands where refs of people do. */
export const salesdeskActor = 'plugin:salesforce';
