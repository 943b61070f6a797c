// Generated from plugins/salesforce-backend/src/schema/openapi/*.yaml by
// scripts/generate-openapi.mjs. Do not edit.
export interface paths {
    "/access-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reviews that the caller started or reviews something in; all, for those who look after orgs or read the audit log. */
        get: operations["ListAccessReviews"];
        put?: never;
        /** Start a review of the rows of a board, or of everybody who has an access. The reviewers are told. */
        post: operations["StartAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetAccessReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-reviews/{reviewId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that the caller may see - all for who started it, else one's own. */
        get: operations["ListAccessReviewItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-reviews/{reviewId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep or revoke rows, all of them or none. Nobody decides about their own access. */
        post: operations["DecideAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-reviews/{reviewId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand rows that nobody decided to another reviewer. */
        post: operations["ReassignAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-reviews/{reviewId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a review. What was revoked becomes requests of the caller; called again, it asks for what could not be asked for. */
        post: operations["CloseAccessReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access-reviews/{reviewId}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExportAccessReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enabled actions, with input schema and what they need from the caller. */
        get: operations["ListActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actions/{action}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a read action now and return its answer. Writes are refused here; they are requests. */
        post: operations["RunReadAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reviews in the caller's name, and in whose name the caller reviews. Those that are over are left out. */
        get: operations["ListDelegations"];
        put?: never;
        /** Name a delegate for a period. The delegate reviews in the caller's name; what was delegated cannot be passed on. */
        post: operations["CreateDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{delegationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a delegation of one's own back. Reviews that were given in one's name stay. */
        delete: operations["EndDelegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own request before its first review. The plan, its digest and what it needs are decided anew. */
        post: operations["AmendRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/narrow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take targets off and approve the rest. Earlier approvals were of the wider plan and are asked for again. */
        post: operations["NarrowRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/withdraw-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one's approval back, before anything was done. */
        post: operations["WithdrawApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/after-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say of a request that ran without its approvals, in an emergency, whether that was justified. */
        post: operations["ReviewAfterwards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which interpreters there are, what a model would be sent, and sentences to begin with. */
        get: operations["GetAssistant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask once, in a new conversation. Nothing is written; drafts are submitted by POST /requests. */
        post: operations["AskAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own conversations, the last used first. */
        get: operations["ListConversations"];
        put?: never;
        post: operations["CreateConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetConversation"];
        put?: never;
        post?: never;
        /** Delete it with all its turns. The words of submitted requests stay in the audit log. */
        delete: operations["DeleteConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant/conversations/{conversationId}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something. Answers when it is understood and read, or at once with state `running` where `wait` is false: poll the turn then. */
        post: operations["TakeTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant/conversations/{conversationId}/turns/{turnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One turn, for polling while it runs. */
        get: operations["GetTurn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assistant/conversations/{conversationId}/turns/{turnId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a running turn. A finished one is answered as it is. */
        post: operations["CancelTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/entries/{sequence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as JSON Lines, oldest first, one canonical entry a line, streamed. */
        get: operations["ExportAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the chain was verified, and the first bad entry if there is one. */
        get: operations["GetAuditStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify the whole chain now. */
        post: operations["VerifyAuditLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A signed statement of the last entry's sequence and hash, to be kept elsewhere. */
        get: operations["GetAuditCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Built-in boards, the caller's own, and those shared with them. */
        get: operations["ListBoards"];
        put?: never;
        post: operations["CreateBoard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boards/{boardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetBoard"];
        /** Change a board of one's own. A built-in board is copied instead. */
        put: operations["UpdateBoard"];
        post?: never;
        delete: operations["DeleteBoard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boards/{boardId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListBoardRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boards/{boardId}/charts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetBoardCharts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boards/{boardId}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every row as CSV, streamed. */
        get: operations["ExportBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/boards/{boardId}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The users of selected rows, or of all rows, as the input of one request names them. */
        post: operations["ListBoardTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalog-facts/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orgs as the catalog shows them. Answered to the catalog of the host alone. */
        get: operations["ListCatalogOrgs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalog-facts/orgs/{org}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Permission sets of an org, or the Salesforce users whom the catalog knows, as of the last sync. Answered to the catalog of the host alone. */
        get: operations["ListCatalogFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The objects that the caller may query, by name and label. For completion in the editor and for the schema browser. */
        get: operations["ListDataObjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/objects/{object}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One object with the fields that the caller may see, its parents (referenceTo, relationshipName) and its child relationships. */
        get: operations["GetDataObject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/objects/{object}/records/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record that the caller may see, with its related lists and its Lightning link. */
        get: operations["GetDataRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a query and stream its rows as they come.
         * @description Answers with NDJSON, one object per line. The first line is a QueryStart, then one QueryRows per page of up to 2,000 rows, the last line is a QueryEnd. A failure after the first line ends the stream with a line `{"kind":"error","message":"...","code":"..."}`. Rows are read at the pace at which the client takes them; closing the connection cancels the query. Rows are keyed by the `name` of a column, parents nested: `Owner.Name` stands in `row.Owner.Name`.
         */
        post: operations["StreamQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export all rows of a query as CSV, of any size.
         * @description Streams UTF-8 CSV with a header line of field paths. Large results are read by Bulk API 2.0 where the query allows it. Rows are read at the pace at which the client takes them; closing the connection cancels the export at Salesforce too. An export that cannot be finished breaks the connection off, so that half a file is never taken for a whole one.
         */
        post: operations["ExportQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/saved-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queries that the caller saved, and those that others share. */
        get: operations["ListSavedQueries"];
        put?: never;
        /** Save a query. */
        post: operations["CreateSavedQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/data/saved-queries/{savedQuery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a query that the caller saved. */
        put: operations["UpdateSavedQuery"];
        post?: never;
        /** Delete a query that the caller saved. */
        delete: operations["DeleteSavedQuery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the inventory keeps, and the fields of each object that can be shown, filtered and sorted by. */
        get: operations["ListInventoryObjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of an org, how old it is, and the sync that is under way. */
        get: operations["GetInventoryStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Syncs, newest first. */
        get: operations["ListInventorySyncs"];
        put?: never;
        /** Start a sync. Where one is not over yet, that one is answered. */
        post: operations["StartInventorySync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/syncs/{syncId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetInventorySync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What syncs found changed, newest first. */
        get: operations["ListInventoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records of one object with fields of what they lead to. Reads only. */
        post: operations["QueryInventory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every record that a question finds as CSV, streamed. Reads only. */
        post: operations["ExportInventory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/board-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many rows each board has that the caller sees. */
        get: operations["CountBoards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records counted by the value of a field; for facets and charts. Reads only. */
        post: operations["GroupInventory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/records/{object}/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that the inventory knows of one record. */
        get: operations["GetInventoryRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/users/{userId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a Salesforce user may do, and through which profile, permission set or permission set group. */
        get: operations["GetEffectiveAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/users/{userId}/compare/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one Salesforce user holds and may do that another does not. */
        get: operations["CompareUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inventory/{org}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may do something to an object or a field, or holds a system permission, and through what. */
        get: operations["ListWhoCan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListOrgs"];
        put?: never;
        /** Connect an org. Credentials are validated first and stored sealed; a failed validation stores nothing. */
        post: operations["CreateOrg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try credentials without saving them and diagnose what is wrong. */
        post: operations["ValidateCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetOrg"];
        put?: never;
        post?: never;
        /** Revoke tokens and remove the secrets. Requests and audit log are kept. */
        delete: operations["DisconnectOrg"];
        options?: never;
        head?: never;
        patch: operations["UpdateOrg"];
        trace?: never;
    };
    "/orgs/{org}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the stored connection again. */
        post: operations["ValidateOrg"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/login/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin "Log in with Salesforce" for the org's own connection. CompletePersonalLogin finishes it. */
        post: operations["StartOrgLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/key-pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new key pair for the JWT bearer flow. The private key stays here, sealed. */
        post: operations["CreateOrgKeyPair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/permission-set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The permission set that the integration user needs for the actions that are switched on. */
        get: operations["DescribePermissionSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the connection, newest first, in plain words. */
        get: operations["ListOrgLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/options/{picker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Choices for a form field, searched as one types. */
        get: operations["ListOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking, which Salesforce users they have, and which pages they may open. */
        get: operations["GetMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/salesforce-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Salesforce users of a person, one per connected org; orgs without one are listed too. */
        get: operations["GetSalesforceUsersOfPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personal/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's own connections, one per connected org. */
        get: operations["ListPersonalConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personal/connections/{org}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke the caller's own token and remove it. */
        delete: operations["DisconnectPersonal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personal/connections/{org}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin "Connect my Salesforce". The browser goes to the address in the answer. */
        post: operations["StartPersonalLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personal/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a login with what Salesforce sent back through the browser. Only the person who began it can. */
        post: operations["CompletePersonalLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is who in an org, a page of the catalog's people at a time, and what somebody has to settle. */
        get: operations["ListOrgPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/people/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle that a Salesforce user is a person's, in place of what either was linked with. */
        post: operations["LinkPerson"];
        /** Take a link away, and the person's own connection with it. */
        delete: operations["UnlinkPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{org}/people/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle that a Salesforce user is not a person's. */
        post: operations["RefusePersonLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the policy would decide for a person and an action. Host permissions are included only when the person is the caller. */
        post: operations["EvaluatePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetPolicy"];
        /** Override the policy of an action. Refused (409) when expectedVersion is not the current one. */
        put: operations["SetPolicy"];
        post?: never;
        /** Return to the default from the configuration, as a new version. */
        delete: operations["ResetPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{action}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ListPolicyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{action}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would have been decided differently of the requests of the last days if this policy had been in force. The host's roles are taken as they were. */
        post: operations["ReplayPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a request would change and what it would need. Nothing is stored. */
        post: operations["PreviewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests the caller may see, newest first. */
        get: operations["ListRequests"];
        put?: never;
        /** Submit a request. The same Idempotency-Key with the same body answers with the first request. */
        post: operations["SubmitRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GetRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The changes of the current plan (or of an earlier plan version) with their outcomes, in order. */
        get: operations["ListChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit entries of one request, oldest first, for everyone who may see the request. */
        get: operations["GetTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject the plan named by planDigest. */
        post: operations["ReviewRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CancelRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run again what could not be finished, after an admin cleared what stood in the way. */
        post: operations["RetryRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a running request before its next change. It is run again from there, or withdrawn. */
        post: operations["StopRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What undoing would change, or why it is refused. */
        get: operations["PreviewUndo"];
        put?: never;
        /** Submit the inverse plan as a new request. */
        post: operations["SubmitUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review several requests. Each is decided on its own; the answer has one result per item, in order. */
        post: operations["ReviewRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The full licences that keep a request from running, who could give a seat back, and its place in the queue. */
        get: operations["GetRequestSeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{requestId}/seats/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a request wait until seats are free; then it runs. First come, first served. */
        post: operations["WaitForSeat"];
        /** Take a request out of the queue. */
        delete: operations["StopWaitingForSeat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ErrorBody: {
            error: {
                name: string;
                message: string;
                code?: components["schemas"]["ErrorCode"];
                fields?: components["schemas"]["FieldError"][];
                /** @description Salesforce's own words, where they caused this */
                details?: string;
            } & {
                [key: string]: unknown;
            };
            response: {
                statusCode: number;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Stable word for programs.
         * @enum {string}
         */
        ErrorCode: "invalid_input" | "unknown_name" | "ambiguous_name" | "nothing_to_change" | "not_permitted" | "policy_refused" | "reason_required" | "limit_exceeded" | "no_reviewer_left" | "not_a_person" | "own_request" | "own_target" | "not_eligible" | "already_reviewed" | "wrong_state" | "plan_changed" | "version_conflict" | "idempotency_conflict" | "not_undoable" | "changed_since" | "invalid_query" | "org_not_found" | "org_not_connected" | "org_paused" | "org_credentials_refused" | "org_limit_reached" | "org_unreachable" | "login_expired" | "login_refused" | "link_conflict" | "org_refused" | "not_found";
        FieldError: {
            /** @description Dot path into the input, e.g. users.0 */
            path: string;
            message: string;
            code?: components["schemas"]["ErrorCode"];
            candidates?: components["schemas"]["Option"][];
        };
        Person: {
            /** @description Entity ref, e.g. user:default/erin.walsh */
            ref: string;
            displayName: string;
            email?: string;
            picture?: string;
        };
        /** @enum {string} */
        Risk: "low" | "medium" | "high" | "critical";
        /** @enum {string} */
        Verdict: "refused" | "runs_without_approval" | "needs_approval";
        Decision: {
            verdict: components["schemas"]["Verdict"];
            code: string;
            /** @description Plain sentences */
            reasons: string[];
            policyVersion: number;
            stages: components["schemas"]["StageView"][];
            /** @description ISO 8601 duration within which it must be decided */
            expiresAfter?: string;
        };
        Review: {
            reviewer: components["schemas"]["Person"];
            /** @enum {string} */
            decision: "approve" | "reject";
            comment?: string;
            /** Format: date-time */
            at: string;
            planDigest: string;
            /** @description False when it was given for an earlier plan, was taken back or lapsed */
            counts?: boolean;
            onBehalfOf?: components["schemas"]["Person"];
            /** Format: date-time */
            withdrawnAt?: string;
            withdrawnReason?: string;
        };
        StageView: {
            name: string;
            /** @enum {string} */
            state: "waiting" | "open" | "approved" | "rejected";
            requirements: {
                /** @description "1 of RevOps approvers" */
                sentence: string;
                count: number;
                approvals: number;
                missing: number;
                /** @description Who can still review, as far as it can be known */
                canReview: components["schemas"]["Person"][];
                /** @description Who can review in the name of somebody who can */
                delegates?: {
                    person: components["schemas"]["Person"];
                    onBehalfOf: components["schemas"]["Person"];
                }[];
                /** @description True when anyone whom the host's roles allow may review */
                openToPermission?: boolean;
                cannotReview: {
                    person: components["schemas"]["Person"];
                    reason: string;
                }[];
            }[];
            reviews: components["schemas"]["Review"][];
        };
        Option: {
            /** @description What the input takes */
            value: string;
            label: string;
            /** @description What tells it apart */
            detail?: string;
            /** @description e.g. active, frozen, inactive, full */
            status?: string;
            disabledReason?: string;
        };
        AuditEntry: {
            sequence: number;
            /** Format: date-time */
            at: string;
            /** @description e.g. request.submitted, review.approved, call.applied */
            type: string;
            /** @description Entity ref of the person, or plugin:salesforce */
            actor: string;
            actorPerson?: components["schemas"]["Person"];
            /** @description One plain sentence */
            summary: string;
            org?: string;
            action?: string;
            requestId?: string;
            data: {
                [key: string]: unknown;
            };
            previousHash: string;
            hash: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        AccessDecision: "pending" | "keep" | "revoke";
        /** @description Of a board, or of an access; one of the two. */
        AccessReviewBody: {
            /** @description Default: the default org */
            org?: string;
            title: string;
            board?: string;
            /** @description Rows of the board; left out: all */
            ids?: string[];
            access?: {
                /** @enum {string} */
                kind: "permission_set" | "permission_set_group" | "profile" | "user_license" | "permission_set_license" | "group";
                /** @description Its name, API name or id */
                name: string;
            };
            /** Format: date-time */
            dueAt: string;
            reviewers: {
                /** @enum {string} */
                by: "manager" | "org_owner" | "named";
                /** @description Who is named, or who reviews where there is nobody else: an entity ref of a person or a group. Default: the caller */
                ref?: string;
            };
            /**
             * @description What becomes, at the due date, of rows that nobody decided. Default: remind, until somebody closes the review
             * @enum {string}
             */
            undecided?: "keep" | "revoke" | "remind";
            /**
             * @description What revokes a row that is a user. Default: salesforce_deactivate_user
             * @enum {string}
             */
            revokeAction?: "salesforce_deactivate_user" | "salesforce_freeze_user" | "salesforce_offboard_user" | "salesforce_revoke_sessions";
        };
        AccessReview: {
            id: string;
            org: string;
            title: string;
            /** @description Of what */
            source: string;
            /** @enum {string} */
            state: "open" | "closed";
            startedBy: components["schemas"]["Person"];
            closedBy?: components["schemas"]["Person"];
            /** @enum {string} */
            undecided: "keep" | "revoke" | "remind";
            mayClose: boolean;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            closedAt?: string;
            columns: string[];
            pending: number;
            kept: number;
            revoked: number;
            /** @description Rows of which the caller is reviewer */
            mine: number;
            minePending: number;
            /** @description Revoked rows that a request was made for */
            requested: number;
            /** @description Revoked rows that need no request because somebody took the access before */
            gone: number;
            /** @description Revoked rows that wait for a request */
            toRequest: number;
            /** @description Who reviews how much; empty in lists, and for those who only review */
            reviewers: {
                person: components["schemas"]["Person"];
                rows: number;
                pending: number;
            }[];
        };
        AccessReviewList: {
            items: components["schemas"]["AccessReview"][];
            mayStart: boolean;
        };
        AccessReviewItem: {
            position: number;
            recordId: string;
            target?: string;
            person?: string;
            values: components["schemas"]["InventoryValue"][];
            reviewer: components["schemas"]["Person"];
            mayDecide: boolean;
            /** @description Why the caller does not decide a row of theirs */
            cannotDecide?: string;
            decision: components["schemas"]["AccessDecision"];
            comment?: string;
            decidedBy?: components["schemas"]["Person"];
            /** Format: date-time */
            decidedAt?: string;
            /** @description The request that revokes it */
            requestId?: string;
            /**
             * Format: date-time
             * @description When it was to be revoked and was gone already
             */
            goneAt?: string;
            /** @description Why no request could be made */
            problem?: string;
        };
        AccessReviewItemPage: {
            items: components["schemas"]["AccessReviewItem"][];
            nextCursor?: string;
        };
        AccessReviewDecisions: {
            decision: components["schemas"]["AccessDecision"];
            positions: number[];
            comment?: string;
        };
        AccessReviewReassignment: {
            /** @description An entity ref of a person or a group */
            reviewer: string;
            positions: number[];
        };
        CloseAccessReviewBody: {
            /**
             * @description What becomes of rows that nobody decided. Default: as the review was started; where that is to remind, they have to be decided first
             * @enum {string}
             */
            undecided?: "keep" | "revoke";
        };
        ActionDescription: {
            id: string;
            title: string;
            description: string;
            /** @enum {string} */
            family: "users" | "access" | "setup" | "data";
            /** @enum {string} */
            kind: "read" | "write";
            risk: components["schemas"]["Risk"];
            /** @description JSON Schema 2020-12 of the input; picker hints stand under x-picker */
            inputSchema: {
                [key: string]: unknown;
            };
            attributes: {
                readOnly: boolean;
                destructive: boolean;
                idempotent: boolean;
            };
            /** @enum {string} */
            undoable: "yes" | "no" | "partly";
            undoNote?: string;
            /**
             * @description Whether the caller may ask; depends means it is decided by target or size
             * @enum {string}
             */
            permitted: "yes" | "depends" | "no";
            /** @description What the policy says, in one sentence */
            policySentence: string;
            /** @enum {string} */
            selfService: "off" | "allowed" | "only";
            reasonRequired: boolean;
            examples: components["schemas"]["ActionExample"][];
        };
        ActionExample: {
            words: string;
            input: {
                [key: string]: unknown;
            };
        };
        ActionList: {
            items: components["schemas"]["ActionDescription"][];
        };
        RunReadActionBody: {
            org?: string;
            input: {
                [key: string]: unknown;
            };
            cursor?: string;
        };
        ActionAnswer: {
            /** @enum {string} */
            kind: "table" | "record" | "text";
            title?: string;
            text?: string;
            columns?: {
                name: string;
                label: string;
                type: string;
            }[];
            rows?: {
                [key: string]: unknown;
            }[];
            record?: {
                [key: string]: unknown;
            };
            total?: number;
            nextCursor?: string;
            /** @description The SOQL that was run */
            query?: string;
            /** @description Lightning link by record id */
            links?: {
                [key: string]: string;
            };
            /** @description Lightning link of every row of a table, where "{Id}" stands for the Id of the row */
            linkTemplate?: string;
            /** @description Set when rows were restricted, in plain words, e.g. "only records you own" */
            restrictedTo?: string;
            notes?: string[];
        };
        Delegation: {
            id: string;
            person: components["schemas"]["Person"];
            delegate: components["schemas"]["Person"];
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            note?: string;
            /** @description Whether it holds now */
            isCurrent: boolean;
        };
        DelegationList: {
            /** @description Who reviews in the caller's name */
            given: components["schemas"]["Delegation"][];
            /** @description In whose name the caller reviews */
            received: components["schemas"]["Delegation"][];
        };
        CreateDelegationBody: {
            /** @description Entity ref of a person */
            delegate: string;
            /**
             * Format: date-time
             * @description Default now
             */
            startsAt?: string;
            /** Format: date-time */
            endsAt: string;
            note?: string;
        };
        AmendBody: {
            input: {
                [key: string]: unknown;
            };
            /** @description In place of the reason that was given; left out, it stays */
            reason?: string;
            /** @description The plan that the person saw */
            planDigest?: string;
        };
        NarrowBody: {
            /** @description The plan that the person saw */
            planDigest: string;
            /** @description Record ids of targets; the label of one that has no id */
            remove: string[];
            comment?: string;
            onBehalfOf?: string;
        };
        AfterReviewBody: {
            /** @enum {string} */
            verdict: "justified" | "not_justified";
            comment?: string;
        };
        AfterReview: {
            reviewer: components["schemas"]["Person"];
            /** @enum {string} */
            verdict: "justified" | "not_justified";
            comment?: string;
            /** Format: date-time */
            at: string;
        };
        /** @description When those who are asked are reminded, and to whom it goes next */
        Nudges: {
            /** Format: date-time */
            remindsAt?: string;
            /** Format: date-time */
            remindedAt?: string;
            /** Format: date-time */
            escalatesAt?: string;
            /** @description In words */
            escalatesTo?: string;
            /** @description Whether the open stage was escalated */
            isEscalated?: boolean;
        };
        /** @enum {string} */
        InterpreterKind: "builtin" | "model";
        AssistantInfo: {
            interpreters: components["schemas"]["InterpreterKind"][];
            defaultInterpreter: components["schemas"]["InterpreterKind"];
            model?: {
                name: string;
                /** @description Host of the endpoint, e.g. models.acme.com */
                endpoint: string;
                /**
                 * @description What may leave to the endpoint
                 * @enum {string}
                 */
                dataSharing: "none" | "schema" | "records";
            };
            /** @description Sentences that work for the caller */
            examples: string[];
        };
        /** @description What the assistant's card stands on; "this" means it. */
        PageContext: {
            /** @enum {string} */
            kind: "entity";
            /** @description e.g. user:default/marco.bianchi, group:default/sales-na */
            entityRef: string;
        } | {
            /** @enum {string} */
            kind: "record";
            object: string;
            id: string;
        } | {
            /** @enum {string} */
            kind: "request";
            requestId: string;
        };
        CreateConversationBody: {
            org?: string;
        };
        TurnBody: {
            text: string;
            /** @description Default the conversation's org or else the default org */
            org?: string;
            page?: components["schemas"]["PageContext"];
            /** @description The person's time zone, e.g. America/New_York, in which days such as tomorrow are meant. Default UTC */
            timeZone?: string;
            interpreter?: components["schemas"]["InterpreterKind"];
            /** @description The `payload` of the choice that was pressed; `text` is its text then */
            choice?: string;
            /** @description False answers at once with a running turn. Default true. */
            wait?: boolean;
        };
        Conversation: {
            id: string;
            /** @description The first words of its first turn */
            title: string;
            org?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            turns: components["schemas"]["Turn"][];
        };
        ConversationSummary: {
            id: string;
            title: string;
            org?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            turnCount: number;
        };
        ConversationPage: {
            items: components["schemas"]["ConversationSummary"][];
            nextCursor?: string;
        };
        Turn: {
            id: string;
            conversationId: string;
            /** @description What the person said */
            text: string;
            page?: components["schemas"]["PageContext"];
            /** @enum {string} */
            state: "running" | "done" | "cancelled" | "failed";
            /** Format: date-time */
            at: string;
            org: string;
            interpreter: components["schemas"]["InterpreterKind"];
            /** @description E.g. that the model did not answer and the built-in interpreter did */
            notice?: string;
            durationMs?: number;
            /** @description What is being done, oldest first */
            progress: string[];
            /** @description What was sent to a model, in words; empty for the built-in interpreter */
            leftTheHouse: string[];
            problem?: components["schemas"]["Problem"];
            /** @description The answer, in reading order */
            blocks: components["schemas"]["AssistantBlock"][];
        };
        AssistantBlock: components["schemas"]["TextBlock"] | components["schemas"]["TableBlock"] | components["schemas"]["RecordBlock"] | components["schemas"]["NumberBlock"] | components["schemas"]["ChartBlock"] | components["schemas"]["LinksBlock"] | components["schemas"]["RequestsBlock"] | components["schemas"]["DraftsBlock"] | components["schemas"]["QuestionBlock"] | components["schemas"]["RefusalBlock"];
        TextBlock: {
            /** @enum {string} */
            kind: "text";
            /** @description Plain text; blank lines part paragraphs */
            text: string;
        };
        AnswerColumn: {
            /** @description Path of the value in a row, e.g. Owner.Name */
            name: string;
            label: string;
            type: string;
        };
        TableBlock: {
            /** @enum {string} */
            kind: "table";
            title: string;
            columns: components["schemas"]["AnswerColumn"][];
            rows: {
                [key: string]: unknown;
            }[];
            /** @description Rows that match; may be more than are shown */
            total?: number;
            /** @description Page in Salesforce by record id */
            links?: {
                [key: string]: string;
            };
            /** @description Page in Salesforce of every row, where "{Id}" stands for the Id of the row */
            linkTemplate?: string;
            /** @description The SOQL that was run; also what "open in Data" opens */
            query?: string;
            /** @description Set where rows were restricted, e.g. "only records you own" */
            restrictedTo?: string;
            notes?: string[];
            /** @description How to read further pages, by POST /actions/{action}/run */
            more?: {
                action: string;
                input: {
                    [key: string]: unknown;
                };
                cursor: string;
            };
        };
        RecordBlock: {
            /** @enum {string} */
            kind: "record";
            title: string;
            object?: string;
            id?: string;
            /** @description Its page in Salesforce */
            url?: string;
            fields: {
                name: string;
                label: string;
                type?: string;
                value: components["schemas"]["FieldValue"];
                url?: string;
            }[];
            children?: components["schemas"]["TableBlock"][];
            query?: string;
            notes?: string[];
        };
        NumberBlock: {
            /** @enum {string} */
            kind: "number";
            label: string;
            value: number;
            /** @description The whole, e.g. the seats of a licence */
            of?: number;
            detail?: string;
            query?: string;
            restrictedTo?: string;
        };
        ChartBlock: {
            /** @enum {string} */
            kind: "chart";
            title: string;
            /** @enum {string} */
            form: "bar" | "line" | "pie";
            unit?: string;
            points: {
                label: string;
                value: number;
            }[];
            query?: string;
            restrictedTo?: string;
        };
        LinksBlock: {
            /** @enum {string} */
            kind: "links";
            links: {
                label: string;
                /** @description Absolute for Salesforce; beginning with / for a page of the portal */
                url: string;
            }[];
        };
        RequestsBlock: {
            /** @enum {string} */
            kind: "requests";
            items: components["schemas"]["RequestSummary"][];
        };
        DraftsBlock: {
            /** @enum {string} */
            kind: "drafts";
            /** @description In the order in which they should be submitted */
            drafts: components["schemas"]["AssistantDraft"][];
        };
        /** @description Submit it by POST /requests with org, action, input, reason, words and `draft.plan.digest` as planDigest. To change it first, open the form of the action with this input. */
        AssistantDraft: {
            id: string;
            action: string;
            actionTitle: string;
            org: string;
            /** @description As understood; names as a form takes them */
            input: {
                [key: string]: unknown;
            };
            reason?: string;
            /** @description The policy wants a reason and none was said */
            reasonRequired?: boolean;
            /** @description What the person said; goes with the request into the audit log */
            words: string;
            draft: components["schemas"]["Draft"];
            /** @description Id of the request that this undoes: submit by POST /requests/{id}/undo */
            undoOf?: string;
        };
        QuestionBlock: {
            /** @enum {string} */
            kind: "question";
            text: string;
            choices: {
                label: string;
                /** @description What tells it apart */
                detail?: string;
                status?: string;
                /** @description Send it as the text of the next turn */
                text: string;
                /** @description Send it as the choice of the next turn */
                payload: string;
            }[];
        };
        RefusalBlock: {
            /** @enum {string} */
            kind: "refusal";
            reason: string;
            code?: string;
            /** @description Sentences that the person may say instead */
            instead: string[];
        };
        AuditStatus: {
            lastSequence: number;
            lastHash?: string;
            /** @enum {string} */
            state: "empty" | "verified" | "unverified" | "broken";
            verifiedUpTo?: number;
            /** Format: date-time */
            verifiedAt?: string;
            firstBad?: {
                sequence: number;
                reason: string;
            };
            /** @description The one command that verifies an export elsewhere */
            command?: string;
        };
        AuditCheckpoint: {
            format: string;
            /** @description Identity of this log */
            log: string;
            sequence: number;
            hash: string;
            /** Format: date-time */
            at: string;
            keyId: string;
            /** @description Ed25519 public key, base64url */
            publicKey: string;
            /** @description Ed25519 over the canonical JSON of the other members, base64url */
            signature: string;
        };
        BoardDefinition: {
            object: string;
            columns: string[];
            filters: components["schemas"]["InventoryCondition"][];
            sort?: components["schemas"]["InventorySort"];
            charts?: {
                title: string;
                field: string;
                sum?: string;
            }[];
            /** @description Actions that are offered for selected rows */
            actions?: string[];
        };
        BoardBody: {
            title: string;
            description?: string;
            definition: components["schemas"]["BoardDefinition"];
            /** @description Entity refs of people and groups; "*" for everybody */
            sharedWith?: string[];
            /** @description For a change; another one meanwhile is a conflict */
            expectedRevision?: number;
        };
        Board: {
            id: string;
            title: string;
            description?: string;
            definition: components["schemas"]["BoardDefinition"];
            builtIn: boolean;
            editable: boolean;
            /** @description Whether its rows have a user that actions can be asked for */
            targetsUsers: boolean;
            owner?: components["schemas"]["Person"];
            sharedWith: string[];
            revision: number;
            /** Format: date-time */
            updatedAt?: string;
        };
        BoardList: {
            items: components["schemas"]["Board"][];
        };
        BoardCharts: {
            items: {
                title: string;
                field: string;
                groups: {
                    value: components["schemas"]["InventoryValue"];
                    count: number;
                    sum?: number;
                }[];
            }[];
        };
        BoardTargetsBody: {
            org?: string;
            /** @description Rows; left out: all */
            ids?: string[];
            search?: string;
        };
        BoardTargets: {
            users: string[];
            /** @description There are more than one request may have */
            truncated: boolean;
        };
        CatalogOrg: {
            id: string;
            title: string;
            /** @description The entity that stands for it already */
            entityRef?: string;
            /** @description Entity refs */
            owners: string[];
            isSandbox?: boolean;
            instanceUrl?: string;
        };
        CatalogOrgList: {
            items: components["schemas"]["CatalogOrg"][];
        };
        CatalogFact: {
            recordId: string;
            /** @description API name of a permission set, username of a user */
            name?: string;
            title?: string;
            description?: string;
            /** @description The entity ref of the person that a user is */
            person?: string;
            /** @description Its page in Salesforce */
            url?: string;
        };
        CatalogFactPage: {
            items: components["schemas"]["CatalogFact"][];
            nextCursor?: string;
        };
        DataObjectList: {
            items: components["schemas"]["DataObjectSummary"][];
        };
        DataObjectSummary: {
            /** @description API name */
            name: string;
            label: string;
            pluralLabel?: string;
            /** @description The first three characters of its records' ids */
            keyPrefix?: string;
            custom: boolean;
        };
        DataObject: {
            name: string;
            label: string;
            keyPrefix?: string;
            custom: boolean;
            fields: components["schemas"]["DataField"][];
            childRelationships: {
                /** @description As in a sub-query, e.g. Contacts */
                name: string;
                object: string;
                /** @description Field of the child that holds the id */
                field: string;
            }[];
        };
        DataField: {
            name: string;
            label: string;
            /** @description Salesforce's type, e.g. currency, picklist, reference */
            type: string;
            length?: number;
            custom: boolean;
            /** @description A new record must give it */
            required: boolean;
            createable: boolean;
            updateable: boolean;
            filterable: boolean;
            sortable: boolean;
            groupable: boolean;
            referenceTo: string[];
            /** @description As in a path, e.g. Owner */
            relationshipName?: string;
            picklistValues?: {
                value: string;
                label: string;
            }[];
        };
        DataRecord: {
            object: string;
            objectLabel: string;
            id: string;
            /** @description The name of the record */
            title: string;
            /** @description Its page in Lightning */
            url: string;
            fields: components["schemas"]["DataRecordField"][];
            related: components["schemas"]["RelatedList"][];
            /** @description Set when related lists were restricted, in plain words */
            restrictedTo?: string;
        };
        DataRecordField: {
            name: string;
            label: string;
            type: string;
            /** @description As Salesforce answers it; null when empty */
            value?: unknown;
            /** @description For a reference: the name of the record */
            shown?: string;
            /** @description For a reference: its page in Lightning */
            url?: string;
            /** @description For a reference: its object */
            object?: string;
            updateable: boolean;
        };
        RelatedList: {
            relationship: string;
            object: string;
            label: string;
            /** @description Rows that there are; the first few are in rows */
            total: number;
            columns: {
                name: string;
                label: string;
                type: string;
            }[];
            rows: {
                [key: string]: unknown;
            }[];
            /** @description Lightning link by record id */
            links?: {
                [key: string]: string;
            };
            /** @description SOQL for all rows */
            query?: string;
        };
        StreamQueryBody: {
            org?: string;
            query: string;
            /** @description The stream ends after this many rows; default 50,000 */
            maximum?: number;
        };
        QueryStart: {
            /** @enum {string} */
            kind: "start";
            columns: {
                name: string;
                label: string;
                type: string;
            }[];
            /** @description Rows that match */
            total: number;
            /** @description The SOQL that was run */
            query: string;
            object?: string;
            /** @description Lightning link with {id} in place of the id, for rows with an Id */
            recordUrl?: string;
            restrictedTo?: string;
        };
        QueryRows: {
            /** @enum {string} */
            kind: "rows";
            rows: {
                [key: string]: unknown;
            }[];
        };
        QueryEnd: {
            /** @enum {string} */
            kind: "end";
            /** @description Rows that were sent */
            count: number;
            /** @description False where the maximum cut it off */
            complete: boolean;
            notes?: string[];
        };
        ExportQueryBody: {
            org?: string;
            query: string;
        };
        SavedQueryBody: {
            org?: string;
            title: string;
            query: string;
            /** @description Others may see and run it; what rows they get is decided by what they may see */
            shared?: boolean;
        };
        SavedQuery: {
            id: string;
            org: string;
            title: string;
            query: string;
            shared: boolean;
            ownedByMe: boolean;
            ownerRef: string;
            updatedAt: string;
        };
        SavedQueryList: {
            items: components["schemas"]["SavedQuery"][];
        };
        InventoryField: {
            /** @description E.g. profile.license.name. Of a person of the catalog also person.annotation:NAME */
            id: string;
            label: string;
            /** @enum {string} */
            type: "text" | "boolean" | "number" | "time";
            operators: components["schemas"]["InventoryOperator"][];
        };
        InventoryObjectList: {
            items: {
                object: string;
                label: string;
                plural: string;
                searchable: boolean;
                /** @description Fields that a list shows to begin with */
                columns: string[];
                fields: components["schemas"]["InventoryField"][];
            }[];
        };
        InventoryStatus: {
            org: string;
            /** @description False until the first sync is over */
            ready: boolean;
            /** Format: date-time */
            syncedAt?: string;
            /** @description Of what a seat costs, e.g. EUR */
            currency?: string;
            openSync?: components["schemas"]["InventorySync"];
            lastSync?: components["schemas"]["InventorySync"];
            objects: {
                object: string;
                label: string;
                rows: number;
                /** @description False where the org has it not, or does not show it */
                available: boolean;
                /** Format: date-time */
                syncedAt?: string;
                problem?: string;
            }[];
        };
        StartInventorySyncBody: {
            /**
             * @description Default: incremental
             * @enum {string}
             */
            mode?: "full" | "incremental";
        };
        InventorySync: {
            id: string;
            /** @enum {string} */
            mode: "full" | "incremental";
            /** @enum {string} */
            state: "queued" | "running" | "waiting" | "succeeded" | "failed";
            /** @description Entity ref of the person, or plugin:salesforce */
            requestedBy: string;
            apiCalls: number;
            /** @description Why it waits or failed */
            problem?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /**
             * Format: date-time
             * @description When a waiting sync goes on
             */
            continuesAt?: string;
            rows: number;
            added: number;
            changed: number;
            removed: number;
            /** @description From 0 to 1 */
            progress: number;
            steps: {
                object: string;
                label: string;
                /** @enum {string} */
                state: "waiting" | "reading" | "done" | "unavailable";
                total?: number;
                rows: number;
                added: number;
                changed: number;
                removed: number;
                problem?: string;
            }[];
        };
        InventorySyncPage: {
            items: components["schemas"]["InventorySync"][];
            nextCursor?: string;
        };
        InventoryValue: (string | null) | number | boolean;
        InventoryChange: {
            object: string;
            objectLabel: string;
            recordId: string;
            /** @enum {string} */
            kind: "added" | "changed" | "removed";
            label?: string;
            /** Format: date-time */
            at: string;
            syncId: string;
            fields: {
                label: string;
                before?: string;
                after?: string;
            }[];
        };
        InventoryChangePage: {
            items: components["schemas"]["InventoryChange"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        InventoryOperator: "is" | "isNot" | "isOneOf" | "isNoneOf" | "contains" | "startsWith" | "isEmpty" | "isNotEmpty" | "isTrue" | "isFalse" | "moreThan" | "atLeast" | "lessThan" | "atMost" | "before" | "after" | "olderThanDays" | "withinLastDays" | "withinNextDays" | "grantsAnyOf";
        InventoryFilter: {
            field: string;
            operator: components["schemas"]["InventoryOperator"];
            value?: string;
            values?: string[];
        };
        /** @description One filter, or several of which one must hold */
        InventoryCondition: {
            field?: string;
            operator?: components["schemas"]["InventoryOperator"];
            value?: string;
            values?: string[];
            anyOf?: components["schemas"]["InventoryFilter"][];
        };
        InventorySort: {
            field: string;
            descending?: boolean;
        };
        InventoryQueryBody: {
            object: string;
            /** @description Default: the columns of the object */
            fields?: string[];
            filters?: components["schemas"]["InventoryCondition"][];
            search?: string;
            sort?: components["schemas"]["InventorySort"];
            cursor?: string;
            limit?: number;
            withTotal?: boolean;
        };
        InventoryExportBody: {
            object: string;
            fields: string[];
            filters?: components["schemas"]["InventoryCondition"][];
            search?: string;
            sort?: components["schemas"]["InventorySort"];
        };
        BoardCounts: {
            items: {
                boardId: string;
                /** @description Absent where its question can no longer be asked */
                count?: number;
            }[];
        };
        InventoryPage: {
            columns: components["schemas"]["InventoryField"][];
            items: {
                id: string;
                /** @description The user of this record as the input of an action names it */
                target?: string;
                values: components["schemas"]["InventoryValue"][];
            }[];
            total?: number;
            nextCursor?: string;
        };
        InventoryGroupBody: {
            object: string;
            field: string;
            /** @description A number to add up */
            sum?: string;
            filters?: components["schemas"]["InventoryCondition"][];
            search?: string;
            limit?: number;
        };
        InventoryGroupList: {
            field: string;
            items: {
                value: components["schemas"]["InventoryValue"];
                count: number;
                sum?: number;
            }[];
        };
        InventoryRecord: {
            object: string;
            id: string;
            label: string;
            /** @description Its page in Salesforce */
            url?: string;
            fields: {
                id: string;
                label: string;
                /** @enum {string} */
                type: "text" | "boolean" | "number" | "time";
                value: components["schemas"]["InventoryValue"];
            }[];
            changes: components["schemas"]["InventoryChange"][];
        };
        /** @enum {string} */
        ObjectOperation: "read" | "create" | "edit" | "delete" | "viewAll" | "modifyAll";
        /** @description What gives an access */
        AccessSource: {
            /** @enum {string} */
            kind: "profile" | "permission_set" | "permission_set_group";
            /** @description Of the profile, the permission set or the group */
            id: string;
            label: string;
            /** @description Permission sets of a group that give it */
            through?: string[];
            /** @description A system permission that implies it, e.g. ModifyAllData */
            because?: string;
            /** Format: date-time */
            expiresAt?: string;
        };
        EffectiveAccess: {
            user: components["schemas"]["InventoryUser"];
            holdings: components["schemas"]["AccessSource"][];
            system: {
                permission: string;
                sources: components["schemas"]["AccessSource"][];
            }[];
            objects: {
                object: string;
                operation: components["schemas"]["ObjectOperation"];
                sources: components["schemas"]["AccessSource"][];
            }[];
            /** @description Only where an object was named */
            fields: {
                field: string;
                /** @enum {string} */
                operation: "read" | "edit";
                sources: components["schemas"]["AccessSource"][];
            }[];
            /** @description What a permission set of a group would give and the group mutes */
            muted: {
                group: string;
                permission: string;
            }[];
        };
        InventoryUser: {
            id: string;
            name: string;
            username: string;
            /** @enum {string} */
            state: "active" | "frozen" | "inactive";
            profile?: string;
            role?: string;
        };
        WhoCanPage: {
            /** @description In words */
            question: string;
            total: number;
            items: {
                user: components["schemas"]["InventoryUser"];
                sources: components["schemas"]["AccessSource"][];
            }[];
            nextCursor?: string;
        };
        UserComparison: {
            user: components["schemas"]["InventoryUser"];
            other: components["schemas"]["InventoryUser"];
            onlyUser: components["schemas"]["ComparedAccess"];
            onlyOther: components["schemas"]["ComparedAccess"];
            both: components["schemas"]["ComparedAccess"];
        };
        ComparedAccess: {
            holdings: components["schemas"]["AccessSource"][];
            system: string[];
            /** @description E.g. Account: delete */
            objects: string[];
        };
        /** @enum {string} */
        OrgStatus: "not_connected" | "validating" | "syncing" | "connected" | "degraded" | "disconnected" | "paused";
        OrgSummary: {
            id: string;
            title: string;
            status: components["schemas"]["OrgStatus"];
            statusReason?: string;
            isDefault: boolean;
            isSandbox?: boolean;
            /** @description The catalog Resource of this org */
            entityRef?: string;
            /** @description People and groups */
            owners: components["schemas"]["Person"][];
            instanceUrl?: string;
            /** @description Usernames stand for e-mail addresses, where users share an address such as noreply@ */
            usernamesAreEmails?: boolean;
        };
        OrgList: {
            items: components["schemas"]["OrgSummary"][];
        };
        OrgDetail: components["schemas"]["OrgSummary"] & {
            apiVersion: string;
            /**
             * @description Orgs from the configuration are not edited here
             * @enum {string}
             */
            source: "config" | "database";
            organizationId?: string;
            edition?: string;
            credentials?: components["schemas"]["CredentialsView"];
            limits?: {
                used: number;
                max: number;
                /** @enum {string} */
                level: "ok" | "warning" | "critical" | "exhausted";
                /** Format: date-time */
                at?: string;
            };
            licenses: {
                name: string;
                used: number;
                total: number;
            }[];
            /** @description Requests that have not come to their end; of those that the caller may see, unless they look after orgs */
            waitingRequests: number;
            /** Format: date-time */
            checkedAt?: string;
            /** @description What has to be registered as callback URL of apps for logins with a browser */
            callbackUrl?: string;
            personalLogin?: components["schemas"]["PersonalLoginView"];
            certificate?: components["schemas"]["Certificate"];
            problem?: string;
            /** @description After disconnecting: what is kept */
            kept?: string[];
            allowedActions: ("validate" | "update" | "disconnect" | "pause" | "resume")[];
        };
        /** @description What may be shown of credentials. Never a secret. */
        CredentialsView: {
            kind: components["schemas"]["LoginKind"];
            loginUrl?: string;
            username?: string;
            clientId?: string;
            /** Format: date-time */
            updatedAt?: string;
            /** @description The key that seals them */
            keyId?: string;
        };
        /** @enum {string} */
        LoginKind: "username_password" | "client_credentials" | "jwt_bearer" | "web_server";
        /** @enum {string} */
        CredentialsKind: "username_password" | "client_credentials" | "jwt_bearer";
        Credentials: {
            kind: components["schemas"]["CredentialsKind"];
            loginUrl: string;
            username?: string;
            password?: string;
            securityToken?: string;
            clientId?: string;
            clientSecret?: string;
            /** @description PEM. Left out: the key pair that was made here for this org */
            privateKey?: string;
        };
        /** @description The app through which people connect their own Salesforce user. Never its secret. */
        PersonalLoginView: {
            clientId: string;
        };
        LoginAppBody: {
            loginUrl: string;
            clientId: string;
            /** @description Left out for apps that cannot keep one */
            clientSecret?: string;
        };
        Certificate: {
            /** @description To be uploaded to the app in Salesforce */
            pem: string;
            /** @description SHA-256, as Salesforce shows it */
            fingerprint: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description What the integration user needs, and nothing beyond it. */
        PermissionSetDescription: {
            label: string;
            permissions: {
                /** @description API name */
                name: string;
                /** @description As Setup shows it */
                label: string;
                /** @description What it is for, in words */
                needed: string[];
            }[];
            /** @description Metadata, ready to be deployed */
            files: {
                path: string;
                content: string;
            }[];
        };
        /** @description Without credentials the org is noted as not connected, and its owners are asked to set up the login. */
        CreateOrgBody: {
            id: string;
            title: string;
            entityRef?: string;
            owners?: string[];
            isDefault?: boolean;
            apiVersion?: string;
            usernamesAreEmails?: boolean;
            credentials?: components["schemas"]["Credentials"];
        };
        UpdateOrgBody: {
            title?: string;
            entityRef?: string;
            owners?: string[];
            isDefault?: boolean;
            paused?: boolean;
            apiVersion?: string;
            usernamesAreEmails?: boolean;
            personalLogin?: components["schemas"]["LoginAppBody"];
            /**
             * @description Nobody can connect their own user from then on
             * @enum {boolean}
             */
            removePersonalLogin?: true;
            credentials?: components["schemas"]["Credentials"];
        };
        ValidateBody: {
            credentials: components["schemas"]["Credentials"];
            apiVersion?: string;
            /** @description Whose key pair is meant where no private key is given */
            org?: string;
        };
        OrgValidation: {
            ok: boolean;
            checks: {
                id: string;
                title: string;
                /** @enum {string} */
                state: "passed" | "warning" | "failed" | "skipped";
                message?: string;
                /** @description The likely cause in plain words */
                cause?: string;
                /** @description What to do, with the place in Salesforce Setup */
                fix?: string;
                /** @description Salesforce's words */
                details?: string;
            }[];
            organizationId?: string;
            instanceUrl?: string;
            runningAs?: string;
        };
        OrgLogPage: {
            items: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                level: "info" | "warning" | "error";
                message: string;
                details?: string;
            }[];
            nextCursor?: string;
        };
        /** @enum {string} */
        Picker: "salesforce-user" | "profile" | "permission-set" | "permission-set-group" | "role" | "group" | "license" | "permission-set-license" | "package-license" | "any-license" | "time-zone" | "locale" | "language" | "email-encoding";
        OptionList: {
            items: components["schemas"]["Option"][];
            truncated: boolean;
        };
        Me: {
            person: components["schemas"]["Person"];
            salesforceUsers: components["schemas"]["SalesforceUser"][];
            may: {
                review: boolean;
                readAudit: boolean;
                managePolicies: boolean;
                manageOrgs: boolean;
                seeAllRequests: boolean;
                useAssistant: boolean;
                /** @description Look through users, profiles, permission sets */
                readInventory: boolean;
                /** @description Start access reviews, or has something to review */
                reviewAccess?: boolean;
                /** @description Run reads beyond their own data */
                readAllData: boolean;
            };
        };
        /** @enum {string} */
        SalesforceUserStatus: "active" | "frozen" | "inactive" | "none" | "unknown";
        SalesforceUser: {
            org: string;
            orgTitle: string;
            status: components["schemas"]["SalesforceUserStatus"];
            id?: string;
            name?: string;
            username?: string;
            email?: string;
            profile?: string;
            role?: string;
            license?: string;
            /** Format: date-time */
            lastLoginAt?: string;
            /**
             * Format: date-time
             * @description When a scheduled unfreeze will run
             */
            frozenUntil?: string;
            permissionSets?: components["schemas"]["AssignedAccess"][];
            /** @description Page of the user in Salesforce */
            url?: string;
            /** @description Why the status is unknown, in plain words */
            problem?: string;
        };
        AssignedAccess: {
            id: string;
            label: string;
            /** @enum {string} */
            kind: "permission_set" | "permission_set_group";
            /** Format: date-time */
            expiresAt?: string;
        };
        SalesforceUserList: {
            person: components["schemas"]["Person"];
            items: components["schemas"]["SalesforceUser"][];
        };
        OrgPersonUser: {
            id: string;
            username: string;
            name?: string;
            email?: string;
            isActive?: boolean;
        };
        OrgPerson: {
            person: components["schemas"]["Person"];
            user?: components["schemas"]["OrgPersonUser"];
            /** @enum {string} */
            recognisedBy?: "link" | "annotation" | "federation_id" | "username";
            /** @description For a link: who settled it */
            settledBy?: string;
            /** Format: date-time */
            settledAt?: string;
            /** @description Users that share the person's e-mail address only, while none is recognised */
            proposals: components["schemas"]["OrgPersonUser"][];
        };
        LinkConflict: {
            person: components["schemas"]["Person"];
            user: components["schemas"]["OrgPersonUser"];
            /** @description What contradicts what, in plain words */
            message: string;
            /** Format: date-time */
            noticedAt: string;
            linkedPerson?: components["schemas"]["Person"];
        };
        OrgPeoplePage: {
            items: components["schemas"]["OrgPerson"][];
            conflicts: components["schemas"]["LinkConflict"][];
            nextCursor?: string;
        };
        /** @description The user by id or by username. */
        LinkPersonBody: {
            /** @description Entity ref of a catalog User */
            person: string;
            userId?: string;
            username?: string;
        };
        PersonLinkBody: {
            /** @description Entity ref of a catalog User */
            person: string;
            userId: string;
        };
        /**
         * @description `unavailable`: the org offers no logins for people, or is not connected. `expired`: Salesforce takes the token no longer; connect again.
         * @enum {string}
         */
        PersonalConnectionState: "unavailable" | "not_connected" | "connected" | "expired";
        PersonalConnection: {
            org: string;
            orgTitle: string;
            state: components["schemas"]["PersonalConnectionState"];
            /** @description Why it is unavailable or expired, in plain words */
            reason?: string;
            username?: string;
            userId?: string;
            /** Format: date-time */
            connectedAt?: string;
            /** Format: date-time */
            usedAt?: string;
            /** @description After disconnecting: whether Salesforce confirmed the end of the token */
            revoked?: boolean;
        };
        PersonalConnectionList: {
            items: components["schemas"]["PersonalConnection"][];
        };
        StartedLogin: {
            /** @description The login page of Salesforce */
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description The parameters with which Salesforce sent the browser back. */
        CompleteLoginBody: {
            state: string;
            code?: string;
            error?: string;
            errorDescription?: string;
        };
        CompletedLogin: {
            /** @enum {string} */
            purpose: "personal" | "org";
            org: string;
            orgTitle?: string;
            connection?: components["schemas"]["PersonalConnection"];
        };
        ReplayPolicyBody: {
            policy: components["schemas"]["Policy"];
            /** @description Default 90 */
            days?: number;
        };
        ReplayedDecision: {
            verdict: components["schemas"]["Verdict"];
            /** @description Whose approval, in words; empty when none */
            needs: string;
            reasons: string[];
        };
        PolicyDifference: {
            requestId: string;
            number: number;
            title: string;
            requester: components["schemas"]["Person"];
            /** Format: date-time */
            createdAt: string;
            state: components["schemas"]["RequestState"];
            /** @enum {string} */
            kind: "refused" | "approval_instead_of_none" | "none_instead_of_approval" | "other_approval";
            before: components["schemas"]["ReplayedDecision"];
            after: components["schemas"]["ReplayedDecision"];
            /** @description Whether the reviews that were given would have been enough */
            reviewsSuffice?: boolean;
        };
        PolicyReplay: {
            days: number;
            /** @description Requests of these days that were decided again, of those that the caller may see */
            considered: number;
            unchanged: number;
            /** @description Newest first, the first 200 */
            differences: components["schemas"]["PolicyDifference"][];
            /** @description True when there were more requests than were looked at */
            truncated: boolean;
        };
        ReviewerSource: {
            /**
             * @description permission: anyone whom the host's roles allow to review
             * @enum {string}
             */
            kind: "permission" | "group" | "user" | "manager" | "org_owner";
            /** @description Entity ref, for group and user */
            ref?: string;
        };
        StageRequirement: {
            count: number;
            /** @description Members of any of these */
            from: components["schemas"]["ReviewerSource"][];
        };
        PolicyStage: {
            name: string;
            /** @description All of these */
            requirements: components["schemas"]["StageRequirement"][];
        };
        Policy: {
            enabled: boolean;
            /** @description Entity refs of people and groups who may ask; empty means everyone whom the permission allows */
            audience: string[];
            /**
             * @description only: the requester must be the only target. off: the requester must not be a target
             * @enum {string}
             */
            selfService: "off" | "allowed" | "only";
            /** @description Empty means one review by anyone whom the permission allows */
            stages: components["schemas"]["PolicyStage"][];
            /** @enum {string} */
            reason: "required" | "optional";
            limits: {
                maxTargets?: number;
                /** @description ISO 8601 duration; longest time-bound grant */
                maxDuration?: string;
            };
            /** @description ISO 8601 duration; pending requests expire after it */
            expiresAfter: string;
            /** @description One person counts in one stage only */
            distinctReviewers: boolean;
            /** @description ISO 8601 duration; those whose review is wanted are reminded each time it has passed since their stage opened */
            remindAfter?: string;
            /** @description Whoever is named here may review as well once a stage has been open for so long */
            escalation?: {
                /** @description ISO 8601 duration */
                after: string;
                to: components["schemas"]["ReviewerSource"][];
            };
        };
        PolicyRecord: {
            action: string;
            actionTitle: string;
            /** @description 0 is the configuration's default */
            version: number;
            /** @enum {string} */
            source: "default" | "config" | "database";
            policy: components["schemas"]["Policy"];
            sentence: string;
            changedBy?: components["schemas"]["Person"];
            /** Format: date-time */
            changedAt?: string;
            comment?: string;
            allowedActions: ("update" | "reset")[];
        };
        PolicyList: {
            items: components["schemas"]["PolicyRecord"][];
        };
        PolicyVersionPage: {
            items: components["schemas"]["PolicyRecord"][];
            nextCursor?: string;
        };
        SetPolicyBody: {
            policy: components["schemas"]["Policy"];
            expectedVersion: number;
            comment?: string;
        };
        EvaluatePolicyBody: {
            person: string;
            action: string;
            org?: string;
            targetPersons?: string[];
            reason?: string;
            policy?: components["schemas"]["Policy"];
        };
        FieldChange: {
            name: string;
            label: string;
            before: components["schemas"]["FieldValue"];
            after: components["schemas"]["FieldValue"];
            /** @description Readable form of an id or a code */
            beforeLabel?: string;
            afterLabel?: string;
        };
        FieldValue: (string | null) | number | boolean;
        /** @enum {string} */
        ChangeOutcome: "pending" | "applied" | "already_there" | "failed" | "unknown" | "skipped";
        Change: {
            position: number;
            /** @description Salesforce object, e.g. UserLogin */
            object: string;
            recordId: string | null;
            /** @enum {string} */
            operation: "create" | "update" | "delete" | "invoke";
            /** @description One plain sentence */
            summary: string;
            target: components["schemas"]["Target"];
            fields: components["schemas"]["FieldChange"][];
            outcome?: components["schemas"]["ChangeOutcome"];
            error?: components["schemas"]["Problem"];
        };
        ChangePage: {
            items: components["schemas"]["Change"][];
            nextCursor?: string;
        };
        Target: {
            object: string;
            id: string | null;
            label: string;
            /** @description What tells it apart, e.g. the username */
            detail?: string;
            personRef?: string;
            /** @description The person whose Salesforce user owns this record, where that is the one who asked */
            ownerRef?: string;
            url?: string;
        };
        Problem: {
            code?: string;
            /** @description Plain words */
            message: string;
            /** @description Salesforce's words */
            details?: string;
        };
        Blocker: {
            code: string;
            message: string;
            /** @description What would clear it */
            remedy: string;
            /** @description Where in Salesforce it is cleared */
            url?: string;
            details?: string;
            target?: components["schemas"]["Target"];
            pool?: components["schemas"]["LicensePool"];
        };
        FollowUp: {
            action: string;
            /** Format: date-time */
            at: string;
            summary: string;
            requestId?: string;
        };
        Plan: {
            version: number;
            /** @description SHA-256 of the canonical JSON, hexadecimal */
            digest: string;
            changeCount: number;
            /** @description The first 50; page the rest */
            changes: components["schemas"]["Change"][];
            followUps: components["schemas"]["FollowUp"][];
            warnings: string[];
            /** @description What Salesforce would refuse today */
            blockers: components["schemas"]["Blocker"][];
            /** @description Targets that need no change */
            leftOut?: components["schemas"]["LeftOut"][];
            /** Format: date-time */
            createdAt?: string;
        };
        LeftOut: {
            target: components["schemas"]["Target"];
            reason: string;
        };
        DraftBody: {
            /** @description Defaults to the default org */
            org?: string;
            action: string;
            input: {
                [key: string]: unknown;
            };
            reason?: string;
            /** @description An emergency: to run without the approvals it needs */
            breakGlass?: boolean;
        };
        Draft: {
            org: string;
            action: string;
            title?: string;
            /** @description The input after names were resolved */
            input?: {
                [key: string]: unknown;
            };
            /** @description True when it could be submitted now */
            valid: boolean;
            errors: components["schemas"]["FieldError"][];
            plan?: components["schemas"]["Plan"];
            decision?: components["schemas"]["Decision"];
            /** @description Whether and how it can be undone */
            undo?: string;
            /** @description Whether the caller could run it now without the approvals it needs, in an emergency */
            mayBreakGlass?: boolean;
        };
        SubmitBody: {
            org?: string;
            action: string;
            input: {
                [key: string]: unknown;
            };
            reason?: string;
            /** @description The plan that the person saw; refused (409, plan_changed) if it is another by now */
            planDigest?: string;
            /** @description The words that led to this request */
            words?: string;
            /** @description An emergency: run without the approvals it needs. A reason is mandatory */
            breakGlass?: boolean;
        };
        CommentBody: {
            comment?: string;
        };
        RetryBody: {
            comment?: string;
            /** @description Repeat calls whose effect could not be observed. Default false. */
            repeatUnknown?: boolean;
        };
        ReviewBody: {
            /** @enum {string} */
            decision: "approve" | "reject";
            planDigest: string;
            comment?: string;
            /** @description The person in whose name a delegate reviews; default: oneself where that counts, else whoever named the caller */
            onBehalfOf?: string;
        };
        BulkReviewBody: {
            reviews: {
                requestId: string;
                /** @enum {string} */
                decision: "approve" | "reject";
                planDigest: string;
                comment?: string;
                onBehalfOf?: string;
            }[];
        };
        BulkReviewAnswer: {
            items: {
                requestId: string;
                ok: boolean;
                state?: components["schemas"]["RequestState"];
                error?: components["schemas"]["Problem"];
            }[];
        };
        /** @enum {string} */
        RequestState: "submitted" | "awaiting_approval" | "approved" | "scheduled" | "running" | "succeeded" | "partly_failed" | "failed" | "needs_admin" | "rejected" | "cancelled" | "expired" | "stale";
        /** @enum {string} */
        AllowedAction: "approve" | "reject" | "narrow" | "withdraw_approval" | "amend" | "review_after" | "cancel" | "stop" | "retry" | "undo";
        RequestSummary: {
            id: string;
            /** @description Short number for people */
            number: number;
            org: string;
            orgTitle: string;
            action: string;
            actionTitle: string;
            /** @description A sentence, e.g. "Freeze Marco Bianchi until 22 Feb 2027" */
            title: string;
            risk: components["schemas"]["Risk"];
            state: components["schemas"]["RequestState"];
            requester: components["schemas"]["Person"];
            reason?: string;
            /** @description The first five */
            targets: components["schemas"]["Target"][];
            targetCount: number;
            changeCount: number;
            /** @description What changes, in one line */
            changeSummary: string;
            planDigest: string;
            /** @description Who must act next, in words, e.g. "1 of revops-approvers" */
            waitingFor?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /**
             * @description It ran without the approvals it needs; whether that was looked at afterwards
             * @enum {string}
             */
            breakGlass?: "to_review" | "reviewed";
            allowedActions: components["schemas"]["AllowedAction"][];
        };
        RequestPage: {
            items: components["schemas"]["RequestSummary"][];
            nextCursor?: string;
        };
        RequestDetail: components["schemas"]["RequestSummary"] & {
            input: {
                [key: string]: unknown;
            };
            words?: string;
            plan: components["schemas"]["Plan"];
            /** @description Earlier plans of this request, newest first */
            previousPlans: components["schemas"]["Plan"][];
            decision: components["schemas"]["Decision"];
            stages: components["schemas"]["StageView"][];
            /** @description What stopped it, when it needs an admin */
            blockers: components["schemas"]["Blocker"][];
            /** @description Number of changes by outcome */
            outcomes: {
                [key: string]: number;
            };
            /** @description Why an action is not offered to the caller */
            cannot: {
                action: components["schemas"]["AllowedAction"];
                reason: string;
            }[];
            /** @description Why it has to be reviewed again */
            staleReasons?: string[];
            nudges?: components["schemas"]["Nudges"];
            /** @description Who stopped it, and when; it runs on until its worker has noticed */
            stop?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                at: string;
            };
            afterReview?: components["schemas"]["AfterReview"];
            /** @description In whose names the caller's review would count */
            mayReviewFor?: components["schemas"]["Person"][];
            undoOf?: string;
            undoneBy?: string;
            followUpOf?: string;
            /** @description Whether and how it can be undone */
            undo?: string;
        };
        /** @description A licence that is full */
        LicensePool: {
            /** @enum {string} */
            kind: "user_license" | "permission_set_license" | "package_license";
            id: string;
            name: string;
            /** @description Seats that the request needs */
            needed: number;
            total: number;
            used: number;
        };
        SeatHolder: {
            userId: string;
            name: string;
            username: string;
            /**
             * @description Why they may not need it. no_login means not for 90 days
             * @enum {string}
             */
            reason: "inactive" | "frozen" | "never_logged_in" | "no_login";
            /** Format: date-time */
            lastLoginAt?: string;
            /** @description What gives the seat back */
            action: string;
            input: {
                [key: string]: unknown;
            };
        };
        RequestSeats: {
            pools: (components["schemas"]["LicensePool"] & {
                /** @description The first 25 who could give a seat back */
                holders: components["schemas"]["SeatHolder"][];
            })[];
            maySeeHolders: boolean;
            mayWait: boolean;
            mayLeave: boolean;
            queue?: {
                /** @description Counts from 1, among those who wait for the same licence */
                position: number;
                /** @description It has its turn */
                started: boolean;
                /** Format: date-time */
                since: string;
            };
        };
    };
    responses: {
        /** @description An error. `code` is for programs, `message` for people. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        action: string;
        org: string;
        requestId: string;
        /** @description Opaque; take it from nextCursor. */
        cursor: string;
        limit: number;
        reviewId: string;
        conversationId: string;
        turnId: string;
        boardId: string;
        /** @description Default: the default org */
        orgQuery: string;
        /** @description API name of an object */
        object: string;
        savedQuery: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ListAccessReviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reviews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StartAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessReviewBody"];
            };
        };
        responses: {
            /** @description The review */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListAccessReviewItems: {
        parameters: {
            query?: {
                decision?: components["schemas"]["AccessDecision"];
                /** @description Only rows that the caller decides */
                mine?: boolean;
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReviewItemPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DecideAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessReviewDecisions"];
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ReassignAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessReviewReassignment"];
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CloseAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccessReviewBody"];
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessReview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ExportAccessReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reviewId: components["parameters"]["reviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Actions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    RunReadAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: components["parameters"]["action"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunReadActionBody"];
            };
        };
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delegations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CreateDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDelegationBody"];
            };
        };
        responses: {
            /** @description The delegation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    EndDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delegationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    AmendRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    NarrowRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NarrowBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    WithdrawApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ReviewAfterwards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AfterReviewBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The assistant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantInfo"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    AskAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnBody"];
            };
        };
        responses: {
            /** @description The conversation with its first turn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListConversations: {
        parameters: {
            query?: {
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CreateConversation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConversationBody"];
            };
        };
        responses: {
            /** @description The empty conversation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["conversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation with its turns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DeleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["conversationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    TakeTurn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["conversationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnBody"];
            };
        };
        responses: {
            /** @description The turn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turn"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetTurn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["conversationId"];
                turnId: components["parameters"]["turnId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The turn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turn"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CancelTurn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversationId: components["parameters"]["conversationId"];
                turnId: components["parameters"]["turnId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The turn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Turn"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListAuditEntries: {
        parameters: {
            query?: {
                /** @description Entity ref of the actor */
                person?: string;
                /** @description Record id or entity ref of a target */
                target?: string;
                action?: string;
                type?: string[];
                request?: string;
                org?: string;
                from?: string;
                to?: string;
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetAuditEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sequence: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ExportAuditLog: {
        parameters: {
            query?: {
                fromSequence?: number;
                toSequence?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetAuditStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStatus"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    VerifyAuditLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditStatus"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetAuditCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheckpoint"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListBoards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Boards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CreateBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoardBody"];
            };
        };
        responses: {
            /** @description The board */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    UpdateBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoardBody"];
            };
        };
        responses: {
            /** @description The board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DeleteBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    ListBoardRows: {
        parameters: {
            query?: {
                /** @description Default: the default org */
                org?: components["parameters"]["orgQuery"];
                q?: string;
                /** @description A field of the board; with - in front, descending */
                sort?: string;
                cursor?: string;
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetBoardCharts: {
        parameters: {
            query?: {
                /** @description Default: the default org */
                org?: components["parameters"]["orgQuery"];
            };
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The charts, in the order of the board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardCharts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ExportBoard: {
        parameters: {
            query?: {
                /** @description Default: the default org */
                org?: components["parameters"]["orgQuery"];
            };
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListBoardTargets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                boardId: components["parameters"]["boardId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoardTargetsBody"];
            };
        };
        responses: {
            /** @description Users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardTargets"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListCatalogOrgs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Orgs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogOrgList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListCatalogFacts: {
        parameters: {
            query: {
                kind: "permission_sets" | "people";
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: number;
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Facts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogFactPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListDataObjects: {
        parameters: {
            query?: {
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Objects in the order of their labels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataObjectList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetDataObject: {
        parameters: {
            query?: {
                org?: string;
            };
            header?: never;
            path: {
                /** @description API name of an object */
                object: components["parameters"]["object"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The object */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataObject"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetDataRecord: {
        parameters: {
            query?: {
                org?: string;
            };
            header?: never;
            path: {
                /** @description API name of an object */
                object: components["parameters"]["object"];
                /** @description Id of 15 or 18 characters */
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataRecord"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StreamQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreamQueryBody"];
            };
        };
        responses: {
            /** @description Lines of JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ExportQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportQueryBody"];
            };
        };
        responses: {
            /** @description CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListSavedQueries: {
        parameters: {
            query?: {
                org?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their titles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQueryList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CreateSavedQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedQueryBody"];
            };
        };
        responses: {
            /** @description The saved query */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQuery"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    UpdateSavedQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                savedQuery: components["parameters"]["savedQuery"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedQueryBody"];
            };
        };
        responses: {
            /** @description The saved query */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedQuery"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DeleteSavedQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                savedQuery: components["parameters"]["savedQuery"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    ListInventoryObjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Objects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryObjectList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetInventoryStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryStatus"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListInventorySyncs: {
        parameters: {
            query?: {
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventorySyncPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StartInventorySync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartInventorySyncBody"];
            };
        };
        responses: {
            /** @description The sync */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventorySync"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetInventorySync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
                syncId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sync with its progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventorySync"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListInventoryChanges: {
        parameters: {
            query?: {
                sync?: string;
                object?: string;
                record?: string;
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryChangePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    QueryInventory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryQueryBody"];
            };
        };
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ExportInventory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryExportBody"];
            };
        };
        responses: {
            /** @description CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CountBoards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardCounts"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GroupInventory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryGroupBody"];
            };
        };
        responses: {
            /** @description Groups, largest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryGroupList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetInventoryRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
                object: string;
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryRecord"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetEffectiveAccess: {
        parameters: {
            query?: {
                /** @description Only this object, with its fields */
                object?: string;
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Access with its sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveAccess"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CompareUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
                userId: string;
                otherId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserComparison"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListWhoCan: {
        parameters: {
            query?: {
                object?: string;
                operation?: components["schemas"]["ObjectOperation"];
                /** @description E.g. Account.Phone; operation is read or edit */
                field?: string;
                /** @description A system permission, e.g. ModifyAllData */
                permission?: string;
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoCanPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListOrgs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The orgs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CreateOrg: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrgBody"];
            };
        };
        responses: {
            /** @description The org */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ValidateCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateBody"];
            };
        };
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgValidation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The org with limits and licences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DisconnectOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was removed and what is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    UpdateOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrgBody"];
            };
        };
        responses: {
            /** @description The org */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ValidateOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgValidation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StartOrgLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginAppBody"];
            };
        };
        responses: {
            /** @description Where to go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedLogin"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CreateOrgKeyPair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DescribePermissionSet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionSetDescription"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListOrgLog: {
        parameters: {
            query?: {
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgLogPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListOptions: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
                picker: components["schemas"]["Picker"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Choices */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OptionList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetSalesforceUsersOfPerson: {
        parameters: {
            query: {
                /** @description Entity ref of a catalog User */
                person: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Salesforce users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesforceUserList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListPersonalConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Connections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalConnectionList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    DisconnectPersonal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalConnection"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StartPersonalLogin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedLogin"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CompletePersonalLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteLoginBody"];
            };
        };
        responses: {
            /** @description The connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletedLogin"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListOrgPeople: {
        parameters: {
            query?: {
                q?: string;
                /** @description Opaque; take it from nextCursor. */
                cursor?: string;
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPeoplePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    LinkPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkPersonBody"];
            };
        };
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPerson"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    UnlinkPerson: {
        parameters: {
            query: {
                /** @description Entity ref of a catalog User */
                person: string;
            };
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPerson"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    RefusePersonLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                org: components["parameters"]["org"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonLinkBody"];
            };
        };
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPerson"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy of every action */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyList"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    EvaluatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluatePolicyBody"];
            };
        };
        responses: {
            /** @description The decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: components["parameters"]["action"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRecord"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    SetPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: components["parameters"]["action"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPolicyBody"];
            };
        };
        responses: {
            /** @description The new policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRecord"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ResetPolicy: {
        parameters: {
            query: {
                expectedVersion: number;
            };
            header?: never;
            path: {
                action: components["parameters"]["action"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyRecord"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListPolicyVersions: {
        parameters: {
            query?: {
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                action: components["parameters"]["action"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ReplayPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: components["parameters"]["action"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayPolicyBody"];
            };
        };
        responses: {
            /** @description The differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyReplay"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    PreviewDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListRequests: {
        parameters: {
            query?: {
                /** @description mine: asked by the caller. to_review: waiting for the caller's review. all: every request the caller may see. */
                view?: "mine" | "to_review" | "all";
                state?: components["schemas"]["RequestState"][];
                action?: string[];
                org?: string;
                /** @description Entity ref of the person who asked */
                requester?: string;
                /** @description Record id of a target, or entity ref of the person who is the target */
                target?: string;
                /** @description Words of the title or the reason */
                q?: string;
                order?: "newest" | "oldest" | "updated" | "expiring";
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    SubmitRequest: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitBody"];
            };
        };
        responses: {
            /** @description The request that the key made earlier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            /** @description The request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListChanges: {
        parameters: {
            query?: {
                planVersion?: number;
                outcome?: components["schemas"]["ChangeOutcome"];
                q?: string;
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetTimeline: {
        parameters: {
            query?: {
                /** @description Opaque; take it from nextCursor. */
                cursor?: components["parameters"]["cursor"];
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ReviewRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            /** @description The request after the review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    CancelRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    RetryRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StopRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    PreviewUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft of the undo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    SubmitUndo: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description The request that the key made earlier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            /** @description The new request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ReviewRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkReviewBody"];
            };
        };
        responses: {
            /** @description One result per item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkReviewAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetRequestSeats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seats */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestSeats"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    WaitForSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seats */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestSeats"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    StopWaitingForSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["parameters"]["requestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seats */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestSeats"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
