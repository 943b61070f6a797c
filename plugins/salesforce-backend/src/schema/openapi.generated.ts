// Generated from plugins/salesforce-backend/src/schema/openapi/*.yaml by
// scripts/generate-openapi.mjs. Do not edit.
import type { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';

type Document = Parameters<typeof createValidatedOpenApiRouter>[0];

const document: unknown = {
  "openapi": "3.0.3",
  "info": {
    "title": "salesforce",
    "version": "1",
    "description": "Governed Salesforce work. Every write is a request; requests are decided by the host's permissions and the policies kept here, run once, and recorded in the audit log. All lists are paged by cursor.",
    "license": {
      "name": "Apache-2.0",
      "url": "http://www.apache.org/licenses/LICENSE-2.0.html"
    },
    "contact": {}
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/access-reviews": {
      "get": {
        "operationId": "ListAccessReviews",
        "tags": [
          "AccessReviews"
        ],
        "summary": "Reviews that the caller started or reviews something in; all, for those who look after orgs or read the audit log.",
        "responses": {
          "200": {
            "description": "Reviews",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReviewList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "StartAccessReview",
        "tags": [
          "AccessReviews"
        ],
        "summary": "Start a review of the rows of a board, or of everybody who has an access. The reviewers are told.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AccessReviewBody"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The review",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/access-reviews/{reviewId}": {
      "get": {
        "operationId": "GetAccessReview",
        "tags": [
          "AccessReviews"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "responses": {
          "200": {
            "description": "The review",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/access-reviews/{reviewId}/items": {
      "get": {
        "operationId": "ListAccessReviewItems",
        "tags": [
          "AccessReviews"
        ],
        "summary": "The rows that the caller may see - all for who started it, else one's own.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          },
          {
            "name": "decision",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AccessDecision"
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "Only rows that the caller decides",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "Rows",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReviewItemPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/access-reviews/{reviewId}/decisions": {
      "post": {
        "operationId": "DecideAccessReview",
        "tags": [
          "AccessReviews"
        ],
        "summary": "Keep or revoke rows, all of them or none. Nobody decides about their own access.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AccessReviewDecisions"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The review",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/access-reviews/{reviewId}/reassign": {
      "post": {
        "operationId": "ReassignAccessReview",
        "tags": [
          "AccessReviews"
        ],
        "summary": "Hand rows that nobody decided to another reviewer.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AccessReviewReassignment"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The review",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/access-reviews/{reviewId}/close": {
      "post": {
        "operationId": "CloseAccessReview",
        "tags": [
          "AccessReviews"
        ],
        "summary": "End a review. What was revoked becomes requests of the caller; called again, it asks for what could not be asked for.",
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CloseAccessReviewBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The review",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccessReview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/access-reviews/{reviewId}/csv": {
      "get": {
        "operationId": "ExportAccessReview",
        "tags": [
          "AccessReviews"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/reviewId"
          }
        ],
        "responses": {
          "200": {
            "description": "CSV",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/actions": {
      "get": {
        "operationId": "ListActions",
        "tags": [
          "Actions"
        ],
        "summary": "The enabled actions, with input schema and what they need from the caller.",
        "responses": {
          "200": {
            "description": "Actions",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/actions/{action}/run": {
      "post": {
        "operationId": "RunReadAction",
        "tags": [
          "Actions"
        ],
        "summary": "Run a read action now and return its answer. Writes are refused here; they are requests.",
        "parameters": [
          {
            "$ref": "#/components/parameters/action"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RunReadActionBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The answer",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ActionAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/delegations": {
      "get": {
        "operationId": "ListDelegations",
        "tags": [
          "Approvals"
        ],
        "summary": "Who reviews in the caller's name, and in whose name the caller reviews. Those that are over are left out.",
        "responses": {
          "200": {
            "description": "Delegations",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DelegationList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "CreateDelegation",
        "tags": [
          "Approvals"
        ],
        "summary": "Name a delegate for a period. The delegate reviews in the caller's name; what was delegated cannot be passed on.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateDelegationBody"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The delegation",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Delegation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/delegations/{delegationId}": {
      "delete": {
        "operationId": "EndDelegation",
        "tags": [
          "Approvals"
        ],
        "summary": "Take a delegation of one's own back. Reviews that were given in one's name stay.",
        "parameters": [
          {
            "name": "delegationId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "204": {
            "description": "It is over"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/amend": {
      "post": {
        "operationId": "AmendRequest",
        "tags": [
          "Approvals"
        ],
        "summary": "Change one's own request before its first review. The plan, its digest and what it needs are decided anew.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AmendBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/narrow": {
      "post": {
        "operationId": "NarrowRequest",
        "tags": [
          "Approvals"
        ],
        "summary": "Take targets off and approve the rest. Earlier approvals were of the wider plan and are asked for again.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/NarrowBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/withdraw-approval": {
      "post": {
        "operationId": "WithdrawApproval",
        "tags": [
          "Approvals"
        ],
        "summary": "Take one's approval back, before anything was done.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CommentBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/after-review": {
      "post": {
        "operationId": "ReviewAfterwards",
        "tags": [
          "Approvals"
        ],
        "summary": "Say of a request that ran without its approvals, in an emergency, whether that was justified.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AfterReviewBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant": {
      "get": {
        "operationId": "GetAssistant",
        "tags": [
          "Assistant"
        ],
        "summary": "Which interpreters there are, what a model would be sent, and sentences to begin with.",
        "responses": {
          "200": {
            "description": "The assistant",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AssistantInfo"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant/ask": {
      "post": {
        "operationId": "AskAssistant",
        "tags": [
          "Assistant"
        ],
        "summary": "Ask once, in a new conversation. Nothing is written; drafts are submitted by POST /requests.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TurnBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The conversation with its first turn",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Conversation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant/conversations": {
      "get": {
        "operationId": "ListConversations",
        "tags": [
          "Assistant"
        ],
        "summary": "The caller's own conversations, the last used first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConversationPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "CreateConversation",
        "tags": [
          "Assistant"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateConversationBody"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The empty conversation",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Conversation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant/conversations/{conversationId}": {
      "get": {
        "operationId": "GetConversation",
        "tags": [
          "Assistant"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/conversationId"
          }
        ],
        "responses": {
          "200": {
            "description": "The conversation with its turns",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Conversation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "DeleteConversation",
        "tags": [
          "Assistant"
        ],
        "summary": "Delete it with all its turns. The words of submitted requests stay in the audit log.",
        "parameters": [
          {
            "$ref": "#/components/parameters/conversationId"
          }
        ],
        "responses": {
          "204": {
            "description": "Deleted"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant/conversations/{conversationId}/turns": {
      "post": {
        "operationId": "TakeTurn",
        "tags": [
          "Assistant"
        ],
        "summary": "Say something. Answers when it is understood and read, or at once with state `running` where `wait` is false: poll the turn then.",
        "parameters": [
          {
            "$ref": "#/components/parameters/conversationId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/TurnBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The turn",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Turn"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant/conversations/{conversationId}/turns/{turnId}": {
      "get": {
        "operationId": "GetTurn",
        "tags": [
          "Assistant"
        ],
        "summary": "One turn, for polling while it runs.",
        "parameters": [
          {
            "$ref": "#/components/parameters/conversationId"
          },
          {
            "$ref": "#/components/parameters/turnId"
          }
        ],
        "responses": {
          "200": {
            "description": "The turn",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Turn"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/assistant/conversations/{conversationId}/turns/{turnId}/cancel": {
      "post": {
        "operationId": "CancelTurn",
        "tags": [
          "Assistant"
        ],
        "summary": "Stop a running turn. A finished one is answered as it is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/conversationId"
          },
          {
            "$ref": "#/components/parameters/turnId"
          }
        ],
        "responses": {
          "200": {
            "description": "The turn",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Turn"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audit/entries": {
      "get": {
        "operationId": "ListAuditEntries",
        "tags": [
          "Audit"
        ],
        "parameters": [
          {
            "name": "person",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the actor",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "target",
            "in": "query",
            "allowReserved": true,
            "description": "Record id or entity ref of a target",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "action",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "type",
            "in": "query",
            "explode": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "request",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          },
          {
            "name": "org",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "from",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "to",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page, newest first",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audit/entries/{sequence}": {
      "get": {
        "operationId": "GetAuditEntry",
        "tags": [
          "Audit"
        ],
        "parameters": [
          {
            "name": "sequence",
            "in": "path",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 9007199254740991
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The entry",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditEntry"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audit/export": {
      "get": {
        "operationId": "ExportAuditLog",
        "tags": [
          "Audit"
        ],
        "summary": "The log as JSON Lines, oldest first, one canonical entry a line, streamed.",
        "parameters": [
          {
            "name": "fromSequence",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 9007199254740991
            }
          },
          {
            "name": "toSequence",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 9007199254740991
            }
          }
        ],
        "responses": {
          "200": {
            "description": "JSON Lines",
            "content": {
              "application/x-ndjson": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audit/status": {
      "get": {
        "operationId": "GetAuditStatus",
        "tags": [
          "Audit"
        ],
        "summary": "How far the chain was verified, and the first bad entry if there is one.",
        "responses": {
          "200": {
            "description": "Status",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditStatus"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audit/verify": {
      "post": {
        "operationId": "VerifyAuditLog",
        "tags": [
          "Audit"
        ],
        "summary": "Verify the whole chain now.",
        "responses": {
          "200": {
            "description": "Status",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditStatus"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/audit/checkpoint": {
      "get": {
        "operationId": "GetAuditCheckpoint",
        "tags": [
          "Audit"
        ],
        "summary": "A signed statement of the last entry's sequence and hash, to be kept elsewhere.",
        "responses": {
          "200": {
            "description": "The checkpoint",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditCheckpoint"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "tags": [
          "Boards"
        ],
        "summary": "Built-in boards, the caller's own, and those shared with them.",
        "responses": {
          "200": {
            "description": "Boards",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BoardList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "CreateBoard",
        "tags": [
          "Boards"
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BoardBody"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The board",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Board"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/boards/{boardId}": {
      "get": {
        "operationId": "GetBoard",
        "tags": [
          "Boards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          }
        ],
        "responses": {
          "200": {
            "description": "The board",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Board"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "UpdateBoard",
        "tags": [
          "Boards"
        ],
        "summary": "Change a board of one's own. A built-in board is copied instead.",
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BoardBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The board",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Board"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "DeleteBoard",
        "tags": [
          "Boards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          }
        ],
        "responses": {
          "204": {
            "description": "It is gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/boards/{boardId}/rows": {
      "get": {
        "operationId": "ListBoardRows",
        "tags": [
          "Boards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          },
          {
            "$ref": "#/components/parameters/orgQuery"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "A field of the board; with - in front, descending",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 4000
            }
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/boards/{boardId}/charts": {
      "get": {
        "operationId": "GetBoardCharts",
        "tags": [
          "Boards"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          },
          {
            "$ref": "#/components/parameters/orgQuery"
          }
        ],
        "responses": {
          "200": {
            "description": "The charts, in the order of the board",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BoardCharts"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/boards/{boardId}/csv": {
      "get": {
        "operationId": "ExportBoard",
        "tags": [
          "Boards"
        ],
        "summary": "Every row as CSV, streamed.",
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          },
          {
            "$ref": "#/components/parameters/orgQuery"
          }
        ],
        "responses": {
          "200": {
            "description": "CSV",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/boards/{boardId}/targets": {
      "post": {
        "operationId": "ListBoardTargets",
        "tags": [
          "Boards"
        ],
        "summary": "The users of selected rows, or of all rows, as the input of one request names them.",
        "parameters": [
          {
            "$ref": "#/components/parameters/boardId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BoardTargetsBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Users",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BoardTargets"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/catalog-facts/orgs": {
      "get": {
        "operationId": "ListCatalogOrgs",
        "tags": [
          "Catalog"
        ],
        "summary": "Orgs as the catalog shows them. Answered to the catalog of the host alone.",
        "responses": {
          "200": {
            "description": "Orgs",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CatalogOrgList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/catalog-facts/orgs/{org}": {
      "get": {
        "operationId": "ListCatalogFacts",
        "tags": [
          "Catalog"
        ],
        "summary": "Permission sets of an org, or the Salesforce users whom the catalog knows, as of the last sync. Answered to the catalog of the host alone.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "kind",
            "in": "query",
            "required": true,
            "schema": {
              "type": "string",
              "enum": [
                "permission_sets",
                "people"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Facts",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CatalogFactPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/objects": {
      "get": {
        "operationId": "ListDataObjects",
        "tags": [
          "Data"
        ],
        "summary": "The objects that the caller may query, by name and label. For completion in the editor and for the schema browser.",
        "parameters": [
          {
            "name": "org",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Objects in the order of their labels",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DataObjectList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/objects/{object}": {
      "get": {
        "operationId": "GetDataObject",
        "tags": [
          "Data"
        ],
        "summary": "One object with the fields that the caller may see, its parents (referenceTo, relationshipName) and its child relationships.",
        "parameters": [
          {
            "$ref": "#/components/parameters/object"
          },
          {
            "name": "org",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The object",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DataObject"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/objects/{object}/records/{record}": {
      "get": {
        "operationId": "GetDataRecord",
        "tags": [
          "Data"
        ],
        "summary": "One record that the caller may see, with its related lists and its Lightning link.",
        "parameters": [
          {
            "$ref": "#/components/parameters/object"
          },
          {
            "name": "record",
            "in": "path",
            "required": true,
            "description": "Id of 15 or 18 characters",
            "schema": {
              "type": "string",
              "pattern": "^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$"
            }
          },
          {
            "name": "org",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The record",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DataRecord"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/query": {
      "post": {
        "operationId": "StreamQuery",
        "tags": [
          "Data"
        ],
        "summary": "Run a query and stream its rows as they come.",
        "description": "Answers with NDJSON, one object per line. The first line is a QueryStart, then one QueryRows per page of up to 2,000 rows, the last line is a QueryEnd. A failure after the first line ends the stream with a line `{\"kind\":\"error\",\"message\":\"...\",\"code\":\"...\"}`. Rows are read at the pace at which the client takes them; closing the connection cancels the query. Rows are keyed by the `name` of a column, parents nested: `Owner.Name` stands in `row.Owner.Name`.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StreamQueryBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Lines of JSON",
            "content": {
              "application/x-ndjson": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/export": {
      "post": {
        "operationId": "ExportQuery",
        "tags": [
          "Data"
        ],
        "summary": "Export all rows of a query as CSV, of any size.",
        "description": "Streams UTF-8 CSV with a header line of field paths. Large results are read by Bulk API 2.0 where the query allows it. Rows are read at the pace at which the client takes them; closing the connection cancels the export at Salesforce too. An export that cannot be finished breaks the connection off, so that half a file is never taken for a whole one.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExportQueryBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "CSV",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/saved-queries": {
      "get": {
        "operationId": "ListSavedQueries",
        "tags": [
          "Data"
        ],
        "summary": "Queries that the caller saved, and those that others share.",
        "parameters": [
          {
            "name": "org",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "In the order of their titles",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SavedQueryList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "CreateSavedQuery",
        "tags": [
          "Data"
        ],
        "summary": "Save a query.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SavedQueryBody"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The saved query",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SavedQuery"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/data/saved-queries/{savedQuery}": {
      "put": {
        "operationId": "UpdateSavedQuery",
        "tags": [
          "Data"
        ],
        "summary": "Change a query that the caller saved.",
        "parameters": [
          {
            "$ref": "#/components/parameters/savedQuery"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SavedQueryBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The saved query",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SavedQuery"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "DeleteSavedQuery",
        "tags": [
          "Data"
        ],
        "summary": "Delete a query that the caller saved.",
        "parameters": [
          {
            "$ref": "#/components/parameters/savedQuery"
          }
        ],
        "responses": {
          "204": {
            "description": "Deleted"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/objects": {
      "get": {
        "operationId": "ListInventoryObjects",
        "tags": [
          "Inventory"
        ],
        "summary": "What the inventory keeps, and the fields of each object that can be shown, filtered and sorted by.",
        "responses": {
          "200": {
            "description": "Objects",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryObjectList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}": {
      "get": {
        "operationId": "GetInventoryStatus",
        "tags": [
          "Inventory"
        ],
        "summary": "What is known of an org, how old it is, and the sync that is under way.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "Status",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryStatus"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/syncs": {
      "get": {
        "operationId": "ListInventorySyncs",
        "tags": [
          "Inventory"
        ],
        "summary": "Syncs, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventorySyncPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "StartInventorySync",
        "tags": [
          "Inventory"
        ],
        "summary": "Start a sync. Where one is not over yet, that one is answered.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/StartInventorySyncBody"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The sync",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventorySync"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/syncs/{syncId}": {
      "get": {
        "operationId": "GetInventorySync",
        "tags": [
          "Inventory"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "syncId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The sync with its progress",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventorySync"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/changes": {
      "get": {
        "operationId": "ListInventoryChanges",
        "tags": [
          "Inventory"
        ],
        "summary": "What syncs found changed, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "sync",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 64
            }
          },
          {
            "name": "object",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 80
            }
          },
          {
            "name": "record",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryChangePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/query": {
      "post": {
        "operationId": "QueryInventory",
        "tags": [
          "Inventory"
        ],
        "summary": "Records of one object with fields of what they lead to. Reads only.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/InventoryQueryBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/csv": {
      "post": {
        "operationId": "ExportInventory",
        "tags": [
          "Inventory"
        ],
        "summary": "Every record that a question finds as CSV, streamed. Reads only.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/InventoryExportBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "CSV",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/board-counts": {
      "get": {
        "operationId": "CountBoards",
        "tags": [
          "Inventory"
        ],
        "summary": "How many rows each board has that the caller sees.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "Counts",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BoardCounts"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/groups": {
      "post": {
        "operationId": "GroupInventory",
        "tags": [
          "Inventory"
        ],
        "summary": "Records counted by the value of a field; for facets and charts. Reads only.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/InventoryGroupBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Groups, largest first",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryGroupList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/records/{object}/{recordId}": {
      "get": {
        "operationId": "GetInventoryRecord",
        "tags": [
          "Inventory"
        ],
        "summary": "Everything that the inventory knows of one record.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "object",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 80
            }
          },
          {
            "name": "recordId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The record",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/InventoryRecord"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/users/{userId}/access": {
      "get": {
        "operationId": "GetEffectiveAccess",
        "tags": [
          "Inventory"
        ],
        "summary": "What a Salesforce user may do, and through which profile, permission set or permission set group.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "userId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "object",
            "in": "query",
            "description": "Only this object, with its fields",
            "schema": {
              "type": "string",
              "maxLength": 80
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Access with its sources",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EffectiveAccess"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/users/{userId}/compare/{otherId}": {
      "get": {
        "operationId": "CompareUsers",
        "tags": [
          "Inventory"
        ],
        "summary": "What one Salesforce user holds and may do that another does not.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "userId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          },
          {
            "name": "otherId",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The differences",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/UserComparison"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/inventory/{org}/access": {
      "get": {
        "operationId": "ListWhoCan",
        "tags": [
          "Inventory"
        ],
        "summary": "Who may do something to an object or a field, or holds a system permission, and through what.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "object",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 80
            }
          },
          {
            "name": "operation",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ObjectOperation"
            }
          },
          {
            "name": "field",
            "in": "query",
            "description": "E.g. Account.Phone; operation is read or edit",
            "schema": {
              "type": "string",
              "maxLength": 160
            }
          },
          {
            "name": "permission",
            "in": "query",
            "description": "A system permission, e.g. ModifyAllData",
            "schema": {
              "type": "string",
              "maxLength": 80
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WhoCanPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs": {
      "get": {
        "operationId": "ListOrgs",
        "tags": [
          "Orgs"
        ],
        "responses": {
          "200": {
            "description": "The orgs",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "CreateOrg",
        "tags": [
          "Orgs"
        ],
        "summary": "Connect an org. Credentials are validated first and stored sealed; a failed validation stores nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CreateOrgBody"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The org",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/validate": {
      "post": {
        "operationId": "ValidateCredentials",
        "tags": [
          "Orgs"
        ],
        "summary": "Try credentials without saving them and diagnose what is wrong.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ValidateBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What was found",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgValidation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}": {
      "get": {
        "operationId": "GetOrg",
        "tags": [
          "Orgs"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "The org with limits and licences",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "UpdateOrg",
        "tags": [
          "Orgs"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/UpdateOrgBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The org",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "DisconnectOrg",
        "tags": [
          "Orgs"
        ],
        "summary": "Revoke tokens and remove the secrets. Requests and audit log are kept.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "What was removed and what is kept",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/validate": {
      "post": {
        "operationId": "ValidateOrg",
        "tags": [
          "Orgs"
        ],
        "summary": "Check the stored connection again.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "What was found",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgValidation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/login/start": {
      "post": {
        "operationId": "StartOrgLogin",
        "tags": [
          "Orgs"
        ],
        "summary": "Begin \"Log in with Salesforce\" for the org's own connection. CompletePersonalLogin finishes it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/LoginAppBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Where to go",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StartedLogin"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/key-pair": {
      "post": {
        "operationId": "CreateOrgKeyPair",
        "tags": [
          "Orgs"
        ],
        "summary": "Make a new key pair for the JWT bearer flow. The private key stays here, sealed.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "The certificate",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Certificate"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/permission-set": {
      "get": {
        "operationId": "DescribePermissionSet",
        "tags": [
          "Orgs"
        ],
        "summary": "The permission set that the integration user needs for the actions that are switched on.",
        "responses": {
          "200": {
            "description": "The set",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PermissionSetDescription"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/log": {
      "get": {
        "operationId": "ListOrgLog",
        "tags": [
          "Orgs"
        ],
        "summary": "What happened to the connection, newest first, in plain words.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgLogPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/options/{picker}": {
      "get": {
        "operationId": "ListOptions",
        "tags": [
          "Orgs"
        ],
        "summary": "Choices for a form field, searched as one types.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "picker",
            "in": "path",
            "required": true,
            "schema": {
              "$ref": "#/components/schemas/Picker"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 100
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Choices",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OptionList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/me": {
      "get": {
        "operationId": "GetMe",
        "tags": [
          "People"
        ],
        "summary": "Who is asking, which Salesforce users they have, and which pages they may open.",
        "responses": {
          "200": {
            "description": "The caller",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Me"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/salesforce-users": {
      "get": {
        "operationId": "GetSalesforceUsersOfPerson",
        "tags": [
          "People"
        ],
        "summary": "The Salesforce users of a person, one per connected org; orgs without one are listed too.",
        "parameters": [
          {
            "name": "person",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "Entity ref of a catalog User",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Salesforce users",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SalesforceUserList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/personal/connections": {
      "get": {
        "operationId": "ListPersonalConnections",
        "tags": [
          "Personal"
        ],
        "summary": "The caller's own connections, one per connected org.",
        "responses": {
          "200": {
            "description": "Connections",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PersonalConnectionList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/personal/connections/{org}": {
      "delete": {
        "operationId": "DisconnectPersonal",
        "tags": [
          "Personal"
        ],
        "summary": "Revoke the caller's own token and remove it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "The connection as it is now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PersonalConnection"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/personal/connections/{org}/start": {
      "post": {
        "operationId": "StartPersonalLogin",
        "tags": [
          "Personal"
        ],
        "summary": "Begin \"Connect my Salesforce\". The browser goes to the address in the answer.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "responses": {
          "200": {
            "description": "Where to go",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StartedLogin"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/personal/complete": {
      "post": {
        "operationId": "CompletePersonalLogin",
        "tags": [
          "Personal"
        ],
        "summary": "Finish a login with what Salesforce sent back through the browser. Only the person who began it can.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CompleteLoginBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The connection",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CompletedLogin"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/people": {
      "get": {
        "operationId": "ListOrgPeople",
        "tags": [
          "Personal"
        ],
        "summary": "Who is who in an org, a page of the catalog's people at a time, and what somebody has to settle.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "description": "Opaque; take it from nextCursor.",
            "schema": {
              "type": "string",
              "pattern": "^[0-9]{1,7}$"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "People",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgPeoplePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/people/links": {
      "post": {
        "operationId": "LinkPerson",
        "tags": [
          "Personal"
        ],
        "summary": "Settle that a Salesforce user is a person's, in place of what either was linked with.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/LinkPersonBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The person as they are now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgPerson"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "UnlinkPerson",
        "tags": [
          "Personal"
        ],
        "summary": "Take a link away, and the person's own connection with it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          },
          {
            "name": "person",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "description": "Entity ref of a catalog User",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The person as they are now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgPerson"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/orgs/{org}/people/refusals": {
      "post": {
        "operationId": "RefusePersonLink",
        "tags": [
          "Personal"
        ],
        "summary": "Settle that a Salesforce user is not a person's.",
        "parameters": [
          {
            "$ref": "#/components/parameters/org"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PersonLinkBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The person as they are now",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrgPerson"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies": {
      "get": {
        "operationId": "ListPolicies",
        "tags": [
          "Policies"
        ],
        "responses": {
          "200": {
            "description": "The policy of every action",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyList"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies/evaluate": {
      "post": {
        "operationId": "EvaluatePolicy",
        "tags": [
          "Policies"
        ],
        "summary": "What the policy would decide for a person and an action. Host permissions are included only when the person is the caller.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/EvaluatePolicyBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The decision",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Decision"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies/{action}": {
      "get": {
        "operationId": "GetPolicy",
        "tags": [
          "Policies"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/action"
          }
        ],
        "responses": {
          "200": {
            "description": "The policy",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyRecord"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "SetPolicy",
        "tags": [
          "Policies"
        ],
        "summary": "Override the policy of an action. Refused (409) when expectedVersion is not the current one.",
        "parameters": [
          {
            "$ref": "#/components/parameters/action"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SetPolicyBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The new policy",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyRecord"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "ResetPolicy",
        "tags": [
          "Policies"
        ],
        "summary": "Return to the default from the configuration, as a new version.",
        "parameters": [
          {
            "$ref": "#/components/parameters/action"
          },
          {
            "name": "expectedVersion",
            "in": "query",
            "required": true,
            "schema": {
              "type": "integer",
              "minimum": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The policy",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyRecord"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies/{action}/versions": {
      "get": {
        "operationId": "ListPolicyVersions",
        "tags": [
          "Policies"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/action"
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyVersionPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/policies/{action}/replay": {
      "post": {
        "operationId": "ReplayPolicy",
        "tags": [
          "Policies"
        ],
        "summary": "What would have been decided differently of the requests of the last days if this policy had been in force. The host's roles are taken as they were.",
        "parameters": [
          {
            "$ref": "#/components/parameters/action"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReplayPolicyBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The differences",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PolicyReplay"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/drafts": {
      "post": {
        "operationId": "PreviewDraft",
        "tags": [
          "Requests"
        ],
        "summary": "What a request would change and what it would need. Nothing is stored.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DraftBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The draft",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Draft"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests": {
      "get": {
        "operationId": "ListRequests",
        "tags": [
          "Requests"
        ],
        "summary": "Requests the caller may see, newest first.",
        "parameters": [
          {
            "name": "view",
            "in": "query",
            "description": "mine: asked by the caller. to_review: waiting for the caller's review. all: every request the caller may see.",
            "schema": {
              "type": "string",
              "enum": [
                "mine",
                "to_review",
                "all"
              ]
            }
          },
          {
            "name": "state",
            "in": "query",
            "explode": true,
            "schema": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/RequestState"
              }
            }
          },
          {
            "name": "action",
            "in": "query",
            "explode": true,
            "schema": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          {
            "name": "org",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "requester",
            "in": "query",
            "allowReserved": true,
            "description": "Entity ref of the person who asked",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "target",
            "in": "query",
            "allowReserved": true,
            "description": "Record id of a target, or entity ref of the person who is the target",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Words of the title or the reason",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "newest",
                "oldest",
                "updated",
                "expiring"
              ]
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "SubmitRequest",
        "tags": [
          "Requests"
        ],
        "summary": "Submit a request. The same Idempotency-Key with the same body answers with the first request.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/SubmitBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request that the key made earlier",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "201": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}": {
      "get": {
        "operationId": "GetRequest",
        "tags": [
          "Requests"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/changes": {
      "get": {
        "operationId": "ListChanges",
        "tags": [
          "Requests"
        ],
        "summary": "The changes of the current plan (or of an earlier plan version) with their outcomes, in order.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          },
          {
            "name": "planVersion",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000000
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ChangeOutcome"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChangePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/timeline": {
      "get": {
        "operationId": "GetTimeline",
        "tags": [
          "Requests"
        ],
        "summary": "The audit entries of one request, oldest first, for everyone who may see the request.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          },
          {
            "$ref": "#/components/parameters/cursor"
          },
          {
            "$ref": "#/components/parameters/limit"
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AuditPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/reviews": {
      "post": {
        "operationId": "ReviewRequest",
        "tags": [
          "Requests"
        ],
        "summary": "Approve or reject the plan named by planDigest.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ReviewBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request after the review",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/cancel": {
      "post": {
        "operationId": "CancelRequest",
        "tags": [
          "Requests"
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CommentBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/retry": {
      "post": {
        "operationId": "RetryRequest",
        "tags": [
          "Requests"
        ],
        "summary": "Run again what could not be finished, after an admin cleared what stood in the way.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RetryBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/stop": {
      "post": {
        "operationId": "StopRequest",
        "tags": [
          "Requests"
        ],
        "summary": "Stop a running request before its next change. It is run again from there, or withdrawn.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CommentBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/undo": {
      "get": {
        "operationId": "PreviewUndo",
        "tags": [
          "Requests"
        ],
        "summary": "What undoing would change, or why it is refused.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "responses": {
          "200": {
            "description": "The draft of the undo",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Draft"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "SubmitUndo",
        "tags": [
          "Requests"
        ],
        "summary": "Submit the inverse plan as a new request.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          },
          {
            "name": "Idempotency-Key",
            "in": "header",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            }
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CommentBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The request that the key made earlier",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "201": {
            "description": "The new request",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/reviews": {
      "post": {
        "operationId": "ReviewRequests",
        "tags": [
          "Requests"
        ],
        "summary": "Review several requests. Each is decided on its own; the answer has one result per item, in order.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BulkReviewBody"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "One result per item",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BulkReviewAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/seats": {
      "get": {
        "operationId": "GetRequestSeats",
        "tags": [
          "Requests"
        ],
        "summary": "The full licences that keep a request from running, who could give a seat back, and its place in the queue.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "responses": {
          "200": {
            "description": "Seats",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestSeats"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/requests/{requestId}/seats/queue": {
      "post": {
        "operationId": "WaitForSeat",
        "tags": [
          "Requests"
        ],
        "summary": "Let a request wait until seats are free; then it runs. First come, first served.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "responses": {
          "200": {
            "description": "Seats",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestSeats"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "StopWaitingForSeat",
        "tags": [
          "Requests"
        ],
        "summary": "Take a request out of the queue.",
        "parameters": [
          {
            "$ref": "#/components/parameters/requestId"
          }
        ],
        "responses": {
          "200": {
            "description": "Seats",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RequestSeats"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "action": {
        "name": "action",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 100
        }
      },
      "org": {
        "name": "org",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "requestId": {
        "name": "requestId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      },
      "cursor": {
        "name": "cursor",
        "in": "query",
        "description": "Opaque; take it from nextCursor.",
        "schema": {
          "type": "string",
          "maxLength": 2000
        }
      },
      "limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 200
        }
      },
      "reviewId": {
        "name": "reviewId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      },
      "conversationId": {
        "name": "conversationId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 36
        }
      },
      "turnId": {
        "name": "turnId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 36
        }
      },
      "boardId": {
        "name": "boardId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      },
      "orgQuery": {
        "name": "org",
        "in": "query",
        "description": "Default: the default org",
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "object": {
        "name": "object",
        "in": "path",
        "required": true,
        "description": "API name of an object",
        "schema": {
          "type": "string",
          "pattern": "^\\w{1,255}$"
        }
      },
      "savedQuery": {
        "name": "savedQuery",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 64
        }
      }
    },
    "responses": {
      "Error": {
        "description": "An error. `code` is for programs, `message` for people.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorBody"
            }
          }
        }
      }
    },
    "schemas": {
      "ErrorBody": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "additionalProperties": true,
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "additionalProperties": true,
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "code": {
                "$ref": "#/components/schemas/ErrorCode"
              },
              "fields": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/FieldError"
                }
              },
              "details": {
                "type": "string",
                "description": "Salesforce's own words, where they caused this"
              }
            }
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "additionalProperties": true,
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "ErrorCode": {
        "type": "string",
        "description": "Stable word for programs.",
        "enum": [
          "invalid_input",
          "unknown_name",
          "ambiguous_name",
          "nothing_to_change",
          "not_permitted",
          "policy_refused",
          "reason_required",
          "limit_exceeded",
          "no_reviewer_left",
          "not_a_person",
          "own_request",
          "own_target",
          "not_eligible",
          "already_reviewed",
          "wrong_state",
          "plan_changed",
          "version_conflict",
          "idempotency_conflict",
          "not_undoable",
          "changed_since",
          "invalid_query",
          "org_not_found",
          "org_not_connected",
          "org_paused",
          "org_credentials_refused",
          "org_limit_reached",
          "org_unreachable",
          "login_expired",
          "login_refused",
          "link_conflict",
          "org_refused",
          "not_found"
        ]
      },
      "FieldError": {
        "type": "object",
        "required": [
          "path",
          "message"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "Dot path into the input, e.g. users.0"
          },
          "message": {
            "type": "string"
          },
          "code": {
            "$ref": "#/components/schemas/ErrorCode"
          },
          "candidates": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Option"
            }
          }
        }
      },
      "Person": {
        "type": "object",
        "required": [
          "ref",
          "displayName"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "description": "Entity ref, e.g. user:default/erin.walsh"
          },
          "displayName": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "picture": {
            "type": "string"
          }
        }
      },
      "Risk": {
        "type": "string",
        "enum": [
          "low",
          "medium",
          "high",
          "critical"
        ]
      },
      "Verdict": {
        "type": "string",
        "enum": [
          "refused",
          "runs_without_approval",
          "needs_approval"
        ]
      },
      "Decision": {
        "type": "object",
        "required": [
          "verdict",
          "code",
          "reasons",
          "policyVersion",
          "stages"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "code": {
            "type": "string"
          },
          "reasons": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Plain sentences"
          },
          "policyVersion": {
            "type": "integer"
          },
          "stages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StageView"
            }
          },
          "expiresAfter": {
            "type": "string",
            "description": "ISO 8601 duration within which it must be decided"
          }
        }
      },
      "Review": {
        "type": "object",
        "required": [
          "reviewer",
          "decision",
          "at",
          "planDigest"
        ],
        "properties": {
          "reviewer": {
            "$ref": "#/components/schemas/Person"
          },
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "comment": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "planDigest": {
            "type": "string"
          },
          "counts": {
            "type": "boolean",
            "description": "False when it was given for an earlier plan, was taken back or lapsed"
          },
          "onBehalfOf": {
            "$ref": "#/components/schemas/Person"
          },
          "withdrawnAt": {
            "type": "string",
            "format": "date-time"
          },
          "withdrawnReason": {
            "type": "string"
          }
        }
      },
      "StageView": {
        "type": "object",
        "required": [
          "name",
          "state",
          "requirements",
          "reviews"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "waiting",
              "open",
              "approved",
              "rejected"
            ]
          },
          "requirements": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "sentence",
                "count",
                "approvals",
                "missing",
                "canReview",
                "cannotReview"
              ],
              "properties": {
                "sentence": {
                  "type": "string",
                  "description": "\"1 of RevOps approvers\""
                },
                "count": {
                  "type": "integer"
                },
                "approvals": {
                  "type": "integer"
                },
                "missing": {
                  "type": "integer"
                },
                "canReview": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Person"
                  },
                  "description": "Who can still review, as far as it can be known"
                },
                "delegates": {
                  "type": "array",
                  "description": "Who can review in the name of somebody who can",
                  "items": {
                    "type": "object",
                    "required": [
                      "person",
                      "onBehalfOf"
                    ],
                    "properties": {
                      "person": {
                        "$ref": "#/components/schemas/Person"
                      },
                      "onBehalfOf": {
                        "$ref": "#/components/schemas/Person"
                      }
                    }
                  }
                },
                "openToPermission": {
                  "type": "boolean",
                  "description": "True when anyone whom the host's roles allow may review"
                },
                "cannotReview": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "person",
                      "reason"
                    ],
                    "properties": {
                      "person": {
                        "$ref": "#/components/schemas/Person"
                      },
                      "reason": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          },
          "reviews": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Review"
            }
          }
        }
      },
      "Option": {
        "type": "object",
        "required": [
          "value",
          "label"
        ],
        "properties": {
          "value": {
            "type": "string",
            "description": "What the input takes"
          },
          "label": {
            "type": "string"
          },
          "detail": {
            "type": "string",
            "description": "What tells it apart"
          },
          "status": {
            "type": "string",
            "description": "e.g. active, frozen, inactive, full"
          },
          "disabledReason": {
            "type": "string"
          }
        }
      },
      "AuditEntry": {
        "type": "object",
        "required": [
          "sequence",
          "at",
          "type",
          "actor",
          "summary",
          "data",
          "previousHash",
          "hash"
        ],
        "properties": {
          "sequence": {
            "type": "integer"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "type": {
            "type": "string",
            "description": "e.g. request.submitted, review.approved, call.applied"
          },
          "actor": {
            "type": "string",
            "description": "Entity ref of the person, or plugin:salesforce"
          },
          "actorPerson": {
            "$ref": "#/components/schemas/Person"
          },
          "summary": {
            "type": "string",
            "description": "One plain sentence"
          },
          "org": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "requestId": {
            "type": "string"
          },
          "data": {
            "type": "object",
            "additionalProperties": true
          },
          "previousHash": {
            "type": "string"
          },
          "hash": {
            "type": "string"
          }
        }
      },
      "AuditPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AuditEntry"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "AccessDecision": {
        "type": "string",
        "enum": [
          "pending",
          "keep",
          "revoke"
        ]
      },
      "AccessReviewBody": {
        "type": "object",
        "additionalProperties": false,
        "description": "Of a board, or of an access; one of the two.",
        "required": [
          "title",
          "dueAt",
          "reviewers"
        ],
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63,
            "description": "Default: the default org"
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "board": {
            "type": "string",
            "maxLength": 64
          },
          "ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 5000,
            "items": {
              "type": "string",
              "maxLength": 40
            },
            "description": "Rows of the board; left out: all"
          },
          "access": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind",
              "name"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "permission_set",
                  "permission_set_group",
                  "profile",
                  "user_license",
                  "permission_set_license",
                  "group"
                ]
              },
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 255,
                "description": "Its name, API name or id"
              }
            }
          },
          "dueAt": {
            "type": "string",
            "format": "date-time"
          },
          "reviewers": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "by"
            ],
            "properties": {
              "by": {
                "type": "string",
                "enum": [
                  "manager",
                  "org_owner",
                  "named"
                ]
              },
              "ref": {
                "type": "string",
                "maxLength": 255,
                "description": "Who is named, or who reviews where there is nobody else: an entity ref of a person or a group. Default: the caller"
              }
            }
          },
          "undecided": {
            "type": "string",
            "enum": [
              "keep",
              "revoke",
              "remind"
            ],
            "description": "What becomes, at the due date, of rows that nobody decided. Default: remind, until somebody closes the review"
          },
          "revokeAction": {
            "type": "string",
            "enum": [
              "salesforce_deactivate_user",
              "salesforce_freeze_user",
              "salesforce_offboard_user",
              "salesforce_revoke_sessions"
            ],
            "description": "What revokes a row that is a user. Default: salesforce_deactivate_user"
          }
        }
      },
      "AccessReview": {
        "type": "object",
        "required": [
          "id",
          "org",
          "title",
          "source",
          "state",
          "startedBy",
          "undecided",
          "mayClose",
          "dueAt",
          "createdAt",
          "columns",
          "pending",
          "kept",
          "revoked",
          "mine",
          "minePending",
          "requested",
          "gone",
          "toRequest",
          "reviewers"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "org": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "description": "Of what"
          },
          "state": {
            "type": "string",
            "enum": [
              "open",
              "closed"
            ]
          },
          "startedBy": {
            "$ref": "#/components/schemas/Person"
          },
          "closedBy": {
            "$ref": "#/components/schemas/Person"
          },
          "undecided": {
            "type": "string",
            "enum": [
              "keep",
              "revoke",
              "remind"
            ]
          },
          "mayClose": {
            "type": "boolean"
          },
          "dueAt": {
            "type": "string",
            "format": "date-time"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "closedAt": {
            "type": "string",
            "format": "date-time"
          },
          "columns": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "pending": {
            "type": "integer"
          },
          "kept": {
            "type": "integer"
          },
          "revoked": {
            "type": "integer"
          },
          "mine": {
            "type": "integer",
            "description": "Rows of which the caller is reviewer"
          },
          "minePending": {
            "type": "integer"
          },
          "requested": {
            "type": "integer",
            "description": "Revoked rows that a request was made for"
          },
          "gone": {
            "type": "integer",
            "description": "Revoked rows that need no request because somebody took the access before"
          },
          "toRequest": {
            "type": "integer",
            "description": "Revoked rows that wait for a request"
          },
          "reviewers": {
            "type": "array",
            "description": "Who reviews how much; empty in lists, and for those who only review",
            "items": {
              "type": "object",
              "required": [
                "person",
                "rows",
                "pending"
              ],
              "properties": {
                "person": {
                  "$ref": "#/components/schemas/Person"
                },
                "rows": {
                  "type": "integer"
                },
                "pending": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "AccessReviewList": {
        "type": "object",
        "required": [
          "items",
          "mayStart"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccessReview"
            }
          },
          "mayStart": {
            "type": "boolean"
          }
        }
      },
      "AccessReviewItem": {
        "type": "object",
        "required": [
          "position",
          "recordId",
          "values",
          "reviewer",
          "mayDecide",
          "decision"
        ],
        "properties": {
          "position": {
            "type": "integer"
          },
          "recordId": {
            "type": "string"
          },
          "target": {
            "type": "string"
          },
          "person": {
            "type": "string"
          },
          "values": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InventoryValue"
            }
          },
          "reviewer": {
            "$ref": "#/components/schemas/Person"
          },
          "mayDecide": {
            "type": "boolean"
          },
          "cannotDecide": {
            "type": "string",
            "description": "Why the caller does not decide a row of theirs"
          },
          "decision": {
            "$ref": "#/components/schemas/AccessDecision"
          },
          "comment": {
            "type": "string"
          },
          "decidedBy": {
            "$ref": "#/components/schemas/Person"
          },
          "decidedAt": {
            "type": "string",
            "format": "date-time"
          },
          "requestId": {
            "type": "string",
            "description": "The request that revokes it"
          },
          "goneAt": {
            "type": "string",
            "format": "date-time",
            "description": "When it was to be revoked and was gone already"
          },
          "problem": {
            "type": "string",
            "description": "Why no request could be made"
          }
        }
      },
      "AccessReviewItemPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccessReviewItem"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "AccessReviewDecisions": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "decision",
          "positions"
        ],
        "properties": {
          "decision": {
            "$ref": "#/components/schemas/AccessDecision"
          },
          "positions": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "type": "integer",
              "minimum": 1
            }
          },
          "comment": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "AccessReviewReassignment": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "reviewer",
          "positions"
        ],
        "properties": {
          "reviewer": {
            "type": "string",
            "maxLength": 255,
            "description": "An entity ref of a person or a group"
          },
          "positions": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "type": "integer",
              "minimum": 1
            }
          }
        }
      },
      "CloseAccessReviewBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "undecided": {
            "type": "string",
            "enum": [
              "keep",
              "revoke"
            ],
            "description": "What becomes of rows that nobody decided. Default: as the review was started; where that is to remind, they have to be decided first"
          }
        }
      },
      "ActionDescription": {
        "type": "object",
        "required": [
          "id",
          "title",
          "description",
          "family",
          "kind",
          "risk",
          "inputSchema",
          "attributes",
          "undoable",
          "permitted",
          "policySentence",
          "selfService",
          "reasonRequired",
          "examples"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "family": {
            "type": "string",
            "enum": [
              "users",
              "access",
              "setup",
              "data"
            ]
          },
          "kind": {
            "type": "string",
            "enum": [
              "read",
              "write"
            ]
          },
          "risk": {
            "$ref": "#/components/schemas/Risk"
          },
          "inputSchema": {
            "type": "object",
            "additionalProperties": true,
            "description": "JSON Schema 2020-12 of the input; picker hints stand under x-picker"
          },
          "attributes": {
            "type": "object",
            "required": [
              "readOnly",
              "destructive",
              "idempotent"
            ],
            "properties": {
              "readOnly": {
                "type": "boolean"
              },
              "destructive": {
                "type": "boolean"
              },
              "idempotent": {
                "type": "boolean"
              }
            }
          },
          "undoable": {
            "type": "string",
            "enum": [
              "yes",
              "no",
              "partly"
            ]
          },
          "undoNote": {
            "type": "string"
          },
          "permitted": {
            "type": "string",
            "enum": [
              "yes",
              "depends",
              "no"
            ],
            "description": "Whether the caller may ask; depends means it is decided by target or size"
          },
          "policySentence": {
            "type": "string",
            "description": "What the policy says, in one sentence"
          },
          "selfService": {
            "type": "string",
            "enum": [
              "off",
              "allowed",
              "only"
            ]
          },
          "reasonRequired": {
            "type": "boolean"
          },
          "examples": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ActionExample"
            }
          }
        }
      },
      "ActionExample": {
        "type": "object",
        "required": [
          "words",
          "input"
        ],
        "properties": {
          "words": {
            "type": "string"
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "ActionList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ActionDescription"
            }
          }
        }
      },
      "RunReadActionBody": {
        "type": "object",
        "required": [
          "input"
        ],
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "cursor": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "ActionAnswer": {
        "type": "object",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "table",
              "record",
              "text"
            ]
          },
          "title": {
            "type": "string"
          },
          "text": {
            "type": "string"
          },
          "columns": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "label",
                "type"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                }
              }
            }
          },
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": true
            }
          },
          "record": {
            "type": "object",
            "additionalProperties": true
          },
          "total": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          },
          "query": {
            "type": "string",
            "description": "The SOQL that was run"
          },
          "links": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "Lightning link by record id"
          },
          "linkTemplate": {
            "type": "string",
            "description": "Lightning link of every row of a table, where \"{Id}\" stands for the Id of the row"
          },
          "restrictedTo": {
            "type": "string",
            "description": "Set when rows were restricted, in plain words, e.g. \"only records you own\""
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "Delegation": {
        "type": "object",
        "required": [
          "id",
          "person",
          "delegate",
          "startsAt",
          "endsAt",
          "isCurrent"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "person": {
            "$ref": "#/components/schemas/Person"
          },
          "delegate": {
            "$ref": "#/components/schemas/Person"
          },
          "startsAt": {
            "type": "string",
            "format": "date-time"
          },
          "endsAt": {
            "type": "string",
            "format": "date-time"
          },
          "note": {
            "type": "string"
          },
          "isCurrent": {
            "type": "boolean",
            "description": "Whether it holds now"
          }
        }
      },
      "DelegationList": {
        "type": "object",
        "required": [
          "given",
          "received"
        ],
        "properties": {
          "given": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Delegation"
            },
            "description": "Who reviews in the caller's name"
          },
          "received": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Delegation"
            },
            "description": "In whose name the caller reviews"
          }
        }
      },
      "CreateDelegationBody": {
        "type": "object",
        "required": [
          "delegate",
          "endsAt"
        ],
        "additionalProperties": false,
        "properties": {
          "delegate": {
            "type": "string",
            "maxLength": 255,
            "description": "Entity ref of a person"
          },
          "startsAt": {
            "type": "string",
            "format": "date-time",
            "maxLength": 40,
            "description": "Default now"
          },
          "endsAt": {
            "type": "string",
            "format": "date-time",
            "maxLength": 40
          },
          "note": {
            "type": "string",
            "maxLength": 1000
          }
        }
      },
      "AmendBody": {
        "type": "object",
        "required": [
          "input"
        ],
        "additionalProperties": false,
        "properties": {
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "reason": {
            "type": "string",
            "maxLength": 4000,
            "description": "In place of the reason that was given; left out, it stays"
          },
          "planDigest": {
            "type": "string",
            "maxLength": 64,
            "description": "The plan that the person saw"
          }
        }
      },
      "NarrowBody": {
        "type": "object",
        "required": [
          "planDigest",
          "remove"
        ],
        "additionalProperties": false,
        "properties": {
          "planDigest": {
            "type": "string",
            "maxLength": 64,
            "description": "The plan that the person saw"
          },
          "remove": {
            "type": "array",
            "minItems": 1,
            "maxItems": 10000,
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "description": "Record ids of targets; the label of one that has no id"
          },
          "comment": {
            "type": "string",
            "maxLength": 4000
          },
          "onBehalfOf": {
            "type": "string",
            "maxLength": 255
          }
        }
      },
      "AfterReviewBody": {
        "type": "object",
        "required": [
          "verdict"
        ],
        "additionalProperties": false,
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "justified",
              "not_justified"
            ]
          },
          "comment": {
            "type": "string",
            "maxLength": 4000
          }
        }
      },
      "AfterReview": {
        "type": "object",
        "required": [
          "reviewer",
          "verdict",
          "at"
        ],
        "properties": {
          "reviewer": {
            "$ref": "#/components/schemas/Person"
          },
          "verdict": {
            "type": "string",
            "enum": [
              "justified",
              "not_justified"
            ]
          },
          "comment": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Nudges": {
        "type": "object",
        "description": "When those who are asked are reminded, and to whom it goes next",
        "properties": {
          "remindsAt": {
            "type": "string",
            "format": "date-time"
          },
          "remindedAt": {
            "type": "string",
            "format": "date-time"
          },
          "escalatesAt": {
            "type": "string",
            "format": "date-time"
          },
          "escalatesTo": {
            "type": "string",
            "description": "In words"
          },
          "isEscalated": {
            "type": "boolean",
            "description": "Whether the open stage was escalated"
          }
        }
      },
      "InterpreterKind": {
        "type": "string",
        "enum": [
          "builtin",
          "model"
        ]
      },
      "AssistantInfo": {
        "type": "object",
        "required": [
          "interpreters",
          "defaultInterpreter",
          "examples"
        ],
        "properties": {
          "interpreters": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InterpreterKind"
            }
          },
          "defaultInterpreter": {
            "$ref": "#/components/schemas/InterpreterKind"
          },
          "model": {
            "type": "object",
            "required": [
              "name",
              "endpoint",
              "dataSharing"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "endpoint": {
                "type": "string",
                "description": "Host of the endpoint, e.g. models.acme.com"
              },
              "dataSharing": {
                "type": "string",
                "enum": [
                  "none",
                  "schema",
                  "records"
                ],
                "description": "What may leave to the endpoint"
              }
            }
          },
          "examples": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Sentences that work for the caller"
          }
        }
      },
      "PageContext": {
        "description": "What the assistant's card stands on; \"this\" means it.",
        "oneOf": [
          {
            "type": "object",
            "required": [
              "kind",
              "entityRef"
            ],
            "additionalProperties": false,
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "entity"
                ]
              },
              "entityRef": {
                "type": "string",
                "maxLength": 255,
                "description": "e.g. user:default/marco.bianchi, group:default/sales-na"
              }
            }
          },
          {
            "type": "object",
            "required": [
              "kind",
              "object",
              "id"
            ],
            "additionalProperties": false,
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "record"
                ]
              },
              "object": {
                "type": "string",
                "maxLength": 80
              },
              "id": {
                "type": "string",
                "maxLength": 18
              }
            }
          },
          {
            "type": "object",
            "required": [
              "kind",
              "requestId"
            ],
            "additionalProperties": false,
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "request"
                ]
              },
              "requestId": {
                "type": "string",
                "maxLength": 64
              }
            }
          }
        ]
      },
      "CreateConversationBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          }
        }
      },
      "TurnBody": {
        "type": "object",
        "required": [
          "text"
        ],
        "additionalProperties": false,
        "properties": {
          "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": 8000
          },
          "org": {
            "type": "string",
            "maxLength": 63,
            "description": "Default the conversation's org or else the default org"
          },
          "page": {
            "$ref": "#/components/schemas/PageContext"
          },
          "timeZone": {
            "type": "string",
            "maxLength": 64,
            "description": "The person's time zone, e.g. America/New_York, in which days such as tomorrow are meant. Default UTC"
          },
          "interpreter": {
            "$ref": "#/components/schemas/InterpreterKind"
          },
          "choice": {
            "type": "string",
            "maxLength": 100000,
            "description": "The `payload` of the choice that was pressed; `text` is its text then"
          },
          "wait": {
            "type": "boolean",
            "description": "False answers at once with a running turn. Default true."
          }
        }
      },
      "Conversation": {
        "type": "object",
        "required": [
          "id",
          "title",
          "createdAt",
          "updatedAt",
          "turns"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "The first words of its first turn"
          },
          "org": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "turns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Turn"
            }
          }
        }
      },
      "ConversationSummary": {
        "type": "object",
        "required": [
          "id",
          "title",
          "createdAt",
          "updatedAt",
          "turnCount"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "org": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "turnCount": {
            "type": "integer"
          }
        }
      },
      "ConversationPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ConversationSummary"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Turn": {
        "type": "object",
        "required": [
          "id",
          "conversationId",
          "text",
          "state",
          "at",
          "org",
          "interpreter",
          "progress",
          "blocks",
          "leftTheHouse"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "conversationId": {
            "type": "string"
          },
          "text": {
            "type": "string",
            "description": "What the person said"
          },
          "page": {
            "$ref": "#/components/schemas/PageContext"
          },
          "state": {
            "type": "string",
            "enum": [
              "running",
              "done",
              "cancelled",
              "failed"
            ]
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "org": {
            "type": "string"
          },
          "interpreter": {
            "$ref": "#/components/schemas/InterpreterKind"
          },
          "notice": {
            "type": "string",
            "description": "E.g. that the model did not answer and the built-in interpreter did"
          },
          "durationMs": {
            "type": "integer"
          },
          "progress": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What is being done, oldest first"
          },
          "leftTheHouse": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "What was sent to a model, in words; empty for the built-in interpreter"
          },
          "problem": {
            "$ref": "#/components/schemas/Problem"
          },
          "blocks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AssistantBlock"
            },
            "description": "The answer, in reading order"
          }
        }
      },
      "AssistantBlock": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/TextBlock"
          },
          {
            "$ref": "#/components/schemas/TableBlock"
          },
          {
            "$ref": "#/components/schemas/RecordBlock"
          },
          {
            "$ref": "#/components/schemas/NumberBlock"
          },
          {
            "$ref": "#/components/schemas/ChartBlock"
          },
          {
            "$ref": "#/components/schemas/LinksBlock"
          },
          {
            "$ref": "#/components/schemas/RequestsBlock"
          },
          {
            "$ref": "#/components/schemas/DraftsBlock"
          },
          {
            "$ref": "#/components/schemas/QuestionBlock"
          },
          {
            "$ref": "#/components/schemas/RefusalBlock"
          }
        ]
      },
      "TextBlock": {
        "type": "object",
        "required": [
          "kind",
          "text"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "text"
            ]
          },
          "text": {
            "type": "string",
            "description": "Plain text; blank lines part paragraphs"
          }
        }
      },
      "AnswerColumn": {
        "type": "object",
        "required": [
          "name",
          "label",
          "type"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "Path of the value in a row, e.g. Owner.Name"
          },
          "label": {
            "type": "string"
          },
          "type": {
            "type": "string"
          }
        }
      },
      "TableBlock": {
        "type": "object",
        "required": [
          "kind",
          "title",
          "columns",
          "rows"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "table"
            ]
          },
          "title": {
            "type": "string"
          },
          "columns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AnswerColumn"
            }
          },
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": true
            }
          },
          "total": {
            "type": "integer",
            "description": "Rows that match; may be more than are shown"
          },
          "links": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "Page in Salesforce by record id"
          },
          "linkTemplate": {
            "type": "string",
            "description": "Page in Salesforce of every row, where \"{Id}\" stands for the Id of the row"
          },
          "query": {
            "type": "string",
            "description": "The SOQL that was run; also what \"open in Data\" opens"
          },
          "restrictedTo": {
            "type": "string",
            "description": "Set where rows were restricted, e.g. \"only records you own\""
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "more": {
            "type": "object",
            "description": "How to read further pages, by POST /actions/{action}/run",
            "required": [
              "action",
              "input",
              "cursor"
            ],
            "properties": {
              "action": {
                "type": "string"
              },
              "input": {
                "type": "object",
                "additionalProperties": true
              },
              "cursor": {
                "type": "string"
              }
            }
          }
        }
      },
      "RecordBlock": {
        "type": "object",
        "required": [
          "kind",
          "title",
          "fields"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "record"
            ]
          },
          "title": {
            "type": "string"
          },
          "object": {
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Its page in Salesforce"
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "label",
                "value"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                },
                "value": {
                  "$ref": "#/components/schemas/FieldValue"
                },
                "url": {
                  "type": "string"
                }
              }
            }
          },
          "children": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TableBlock"
            }
          },
          "query": {
            "type": "string"
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "NumberBlock": {
        "type": "object",
        "required": [
          "kind",
          "label",
          "value"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "number"
            ]
          },
          "label": {
            "type": "string"
          },
          "value": {
            "type": "number"
          },
          "of": {
            "type": "number",
            "description": "The whole, e.g. the seats of a licence"
          },
          "detail": {
            "type": "string"
          },
          "query": {
            "type": "string"
          },
          "restrictedTo": {
            "type": "string"
          }
        }
      },
      "ChartBlock": {
        "type": "object",
        "required": [
          "kind",
          "title",
          "form",
          "points"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "chart"
            ]
          },
          "title": {
            "type": "string"
          },
          "form": {
            "type": "string",
            "enum": [
              "bar",
              "line",
              "pie"
            ]
          },
          "unit": {
            "type": "string"
          },
          "points": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "label",
                "value"
              ],
              "properties": {
                "label": {
                  "type": "string"
                },
                "value": {
                  "type": "number"
                }
              }
            }
          },
          "query": {
            "type": "string"
          },
          "restrictedTo": {
            "type": "string"
          }
        }
      },
      "LinksBlock": {
        "type": "object",
        "required": [
          "kind",
          "links"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "links"
            ]
          },
          "links": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "label",
                "url"
              ],
              "properties": {
                "label": {
                  "type": "string"
                },
                "url": {
                  "type": "string",
                  "description": "Absolute for Salesforce; beginning with / for a page of the portal"
                }
              }
            }
          }
        }
      },
      "RequestsBlock": {
        "type": "object",
        "required": [
          "kind",
          "items"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "requests"
            ]
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequestSummary"
            }
          }
        }
      },
      "DraftsBlock": {
        "type": "object",
        "required": [
          "kind",
          "drafts"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "drafts"
            ]
          },
          "drafts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AssistantDraft"
            },
            "description": "In the order in which they should be submitted"
          }
        }
      },
      "AssistantDraft": {
        "type": "object",
        "required": [
          "id",
          "action",
          "actionTitle",
          "org",
          "input",
          "words",
          "draft"
        ],
        "description": "Submit it by POST /requests with org, action, input, reason, words and `draft.plan.digest` as planDigest. To change it first, open the form of the action with this input.",
        "properties": {
          "id": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "actionTitle": {
            "type": "string"
          },
          "org": {
            "type": "string"
          },
          "input": {
            "type": "object",
            "additionalProperties": true,
            "description": "As understood; names as a form takes them"
          },
          "reason": {
            "type": "string"
          },
          "reasonRequired": {
            "type": "boolean",
            "description": "The policy wants a reason and none was said"
          },
          "words": {
            "type": "string",
            "description": "What the person said; goes with the request into the audit log"
          },
          "draft": {
            "$ref": "#/components/schemas/Draft"
          },
          "undoOf": {
            "type": "string",
            "description": "Id of the request that this undoes: submit by POST /requests/{id}/undo"
          }
        }
      },
      "QuestionBlock": {
        "type": "object",
        "required": [
          "kind",
          "text",
          "choices"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "question"
            ]
          },
          "text": {
            "type": "string"
          },
          "choices": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "label",
                "text",
                "payload"
              ],
              "properties": {
                "label": {
                  "type": "string"
                },
                "detail": {
                  "type": "string",
                  "description": "What tells it apart"
                },
                "status": {
                  "type": "string"
                },
                "text": {
                  "type": "string",
                  "description": "Send it as the text of the next turn"
                },
                "payload": {
                  "type": "string",
                  "description": "Send it as the choice of the next turn"
                }
              }
            }
          }
        }
      },
      "RefusalBlock": {
        "type": "object",
        "required": [
          "kind",
          "reason",
          "instead"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "refusal"
            ]
          },
          "reason": {
            "type": "string"
          },
          "code": {
            "type": "string"
          },
          "instead": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Sentences that the person may say instead"
          }
        }
      },
      "AuditStatus": {
        "type": "object",
        "required": [
          "lastSequence",
          "state"
        ],
        "properties": {
          "lastSequence": {
            "type": "integer"
          },
          "lastHash": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "empty",
              "verified",
              "unverified",
              "broken"
            ]
          },
          "verifiedUpTo": {
            "type": "integer"
          },
          "verifiedAt": {
            "type": "string",
            "format": "date-time"
          },
          "firstBad": {
            "type": "object",
            "required": [
              "sequence",
              "reason"
            ],
            "properties": {
              "sequence": {
                "type": "integer"
              },
              "reason": {
                "type": "string"
              }
            }
          },
          "command": {
            "type": "string",
            "description": "The one command that verifies an export elsewhere"
          }
        }
      },
      "AuditCheckpoint": {
        "type": "object",
        "required": [
          "format",
          "log",
          "sequence",
          "hash",
          "at",
          "keyId",
          "publicKey",
          "signature"
        ],
        "properties": {
          "format": {
            "type": "string"
          },
          "log": {
            "type": "string",
            "description": "Identity of this log"
          },
          "sequence": {
            "type": "integer"
          },
          "hash": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "keyId": {
            "type": "string"
          },
          "publicKey": {
            "type": "string",
            "description": "Ed25519 public key, base64url"
          },
          "signature": {
            "type": "string",
            "description": "Ed25519 over the canonical JSON of the other members, base64url"
          }
        }
      },
      "BoardDefinition": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "object",
          "columns",
          "filters"
        ],
        "properties": {
          "object": {
            "type": "string",
            "maxLength": 80
          },
          "columns": {
            "type": "array",
            "minItems": 1,
            "maxItems": 40,
            "items": {
              "type": "string",
              "maxLength": 400
            }
          },
          "filters": {
            "type": "array",
            "maxItems": 40,
            "items": {
              "$ref": "#/components/schemas/InventoryCondition"
            }
          },
          "sort": {
            "$ref": "#/components/schemas/InventorySort"
          },
          "charts": {
            "type": "array",
            "maxItems": 6,
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "title",
                "field"
              ],
              "properties": {
                "title": {
                  "type": "string",
                  "maxLength": 100
                },
                "field": {
                  "type": "string",
                  "maxLength": 400
                },
                "sum": {
                  "type": "string",
                  "maxLength": 400
                }
              }
            }
          },
          "actions": {
            "type": "array",
            "maxItems": 20,
            "items": {
              "type": "string",
              "maxLength": 100
            },
            "description": "Actions that are offered for selected rows"
          }
        }
      },
      "BoardBody": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "title",
          "definition"
        ],
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "description": {
            "type": "string",
            "maxLength": 500
          },
          "definition": {
            "$ref": "#/components/schemas/BoardDefinition"
          },
          "sharedWith": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "description": "Entity refs of people and groups; \"*\" for everybody"
          },
          "expectedRevision": {
            "type": "integer",
            "description": "For a change; another one meanwhile is a conflict"
          }
        }
      },
      "Board": {
        "type": "object",
        "required": [
          "id",
          "title",
          "definition",
          "builtIn",
          "editable",
          "sharedWith",
          "revision",
          "targetsUsers"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "definition": {
            "$ref": "#/components/schemas/BoardDefinition"
          },
          "builtIn": {
            "type": "boolean"
          },
          "editable": {
            "type": "boolean"
          },
          "targetsUsers": {
            "type": "boolean",
            "description": "Whether its rows have a user that actions can be asked for"
          },
          "owner": {
            "$ref": "#/components/schemas/Person"
          },
          "sharedWith": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "revision": {
            "type": "integer"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "BoardList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Board"
            }
          }
        }
      },
      "BoardCharts": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "title",
                "field",
                "groups"
              ],
              "properties": {
                "title": {
                  "type": "string"
                },
                "field": {
                  "type": "string"
                },
                "groups": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": [
                      "value",
                      "count"
                    ],
                    "properties": {
                      "value": {
                        "$ref": "#/components/schemas/InventoryValue"
                      },
                      "count": {
                        "type": "integer"
                      },
                      "sum": {
                        "type": "number"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "BoardTargetsBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 5000,
            "items": {
              "type": "string",
              "maxLength": 40
            },
            "description": "Rows; left out: all"
          },
          "search": {
            "type": "string",
            "maxLength": 200
          }
        }
      },
      "BoardTargets": {
        "type": "object",
        "required": [
          "users",
          "truncated"
        ],
        "properties": {
          "users": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "truncated": {
            "type": "boolean",
            "description": "There are more than one request may have"
          }
        }
      },
      "CatalogOrg": {
        "type": "object",
        "required": [
          "id",
          "title",
          "owners"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "entityRef": {
            "type": "string",
            "description": "The entity that stands for it already"
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Entity refs"
          },
          "isSandbox": {
            "type": "boolean"
          },
          "instanceUrl": {
            "type": "string"
          }
        }
      },
      "CatalogOrgList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CatalogOrg"
            }
          }
        }
      },
      "CatalogFact": {
        "type": "object",
        "required": [
          "recordId"
        ],
        "properties": {
          "recordId": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "API name of a permission set, username of a user"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "person": {
            "type": "string",
            "description": "The entity ref of the person that a user is"
          },
          "url": {
            "type": "string",
            "description": "Its page in Salesforce"
          }
        }
      },
      "CatalogFactPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CatalogFact"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "DataObjectList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DataObjectSummary"
            }
          }
        }
      },
      "DataObjectSummary": {
        "type": "object",
        "required": [
          "name",
          "label",
          "custom"
        ],
        "properties": {
          "name": {
            "type": "string",
            "description": "API name"
          },
          "label": {
            "type": "string"
          },
          "pluralLabel": {
            "type": "string"
          },
          "keyPrefix": {
            "type": "string",
            "description": "The first three characters of its records' ids"
          },
          "custom": {
            "type": "boolean"
          }
        }
      },
      "DataObject": {
        "type": "object",
        "required": [
          "name",
          "label",
          "custom",
          "fields",
          "childRelationships"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "keyPrefix": {
            "type": "string"
          },
          "custom": {
            "type": "boolean"
          },
          "fields": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DataField"
            }
          },
          "childRelationships": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "object",
                "field"
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "description": "As in a sub-query, e.g. Contacts"
                },
                "object": {
                  "type": "string"
                },
                "field": {
                  "type": "string",
                  "description": "Field of the child that holds the id"
                }
              }
            }
          }
        }
      },
      "DataField": {
        "type": "object",
        "required": [
          "name",
          "label",
          "type",
          "custom",
          "required",
          "createable",
          "updateable",
          "filterable",
          "sortable",
          "groupable",
          "referenceTo"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "Salesforce's type, e.g. currency, picklist, reference"
          },
          "length": {
            "type": "integer"
          },
          "custom": {
            "type": "boolean"
          },
          "required": {
            "type": "boolean",
            "description": "A new record must give it"
          },
          "createable": {
            "type": "boolean"
          },
          "updateable": {
            "type": "boolean"
          },
          "filterable": {
            "type": "boolean"
          },
          "sortable": {
            "type": "boolean"
          },
          "groupable": {
            "type": "boolean"
          },
          "referenceTo": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "relationshipName": {
            "type": "string",
            "description": "As in a path, e.g. Owner"
          },
          "picklistValues": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "value",
                "label"
              ],
              "properties": {
                "value": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "DataRecord": {
        "type": "object",
        "required": [
          "object",
          "objectLabel",
          "id",
          "title",
          "url",
          "fields",
          "related"
        ],
        "properties": {
          "object": {
            "type": "string"
          },
          "objectLabel": {
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "The name of the record"
          },
          "url": {
            "type": "string",
            "description": "Its page in Lightning"
          },
          "fields": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DataRecordField"
            }
          },
          "related": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RelatedList"
            }
          },
          "restrictedTo": {
            "type": "string",
            "description": "Set when related lists were restricted, in plain words"
          }
        }
      },
      "DataRecordField": {
        "type": "object",
        "required": [
          "name",
          "label",
          "type",
          "updateable"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "type": {
            "type": "string"
          },
          "value": {
            "description": "As Salesforce answers it; null when empty"
          },
          "shown": {
            "type": "string",
            "description": "For a reference: the name of the record"
          },
          "url": {
            "type": "string",
            "description": "For a reference: its page in Lightning"
          },
          "object": {
            "type": "string",
            "description": "For a reference: its object"
          },
          "updateable": {
            "type": "boolean"
          }
        }
      },
      "RelatedList": {
        "type": "object",
        "required": [
          "relationship",
          "object",
          "label",
          "total",
          "columns",
          "rows"
        ],
        "properties": {
          "relationship": {
            "type": "string"
          },
          "object": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "total": {
            "type": "integer",
            "description": "Rows that there are; the first few are in rows"
          },
          "columns": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "label",
                "type"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                }
              }
            }
          },
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": true
            }
          },
          "links": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "Lightning link by record id"
          },
          "query": {
            "type": "string",
            "description": "SOQL for all rows"
          }
        }
      },
      "StreamQueryBody": {
        "type": "object",
        "required": [
          "query"
        ],
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "query": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "maximum": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200000,
            "description": "The stream ends after this many rows; default 50,000"
          }
        }
      },
      "QueryStart": {
        "type": "object",
        "required": [
          "kind",
          "columns",
          "total",
          "query"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "start"
            ]
          },
          "columns": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "label",
                "type"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "type": {
                  "type": "string"
                }
              }
            }
          },
          "total": {
            "type": "integer",
            "description": "Rows that match"
          },
          "query": {
            "type": "string",
            "description": "The SOQL that was run"
          },
          "object": {
            "type": "string"
          },
          "recordUrl": {
            "type": "string",
            "description": "Lightning link with {id} in place of the id, for rows with an Id"
          },
          "restrictedTo": {
            "type": "string"
          }
        }
      },
      "QueryRows": {
        "type": "object",
        "required": [
          "kind",
          "rows"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "rows"
            ]
          },
          "rows": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": true
            }
          }
        }
      },
      "QueryEnd": {
        "type": "object",
        "required": [
          "kind",
          "count",
          "complete"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "end"
            ]
          },
          "count": {
            "type": "integer",
            "description": "Rows that were sent"
          },
          "complete": {
            "type": "boolean",
            "description": "False where the maximum cut it off"
          },
          "notes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "ExportQueryBody": {
        "type": "object",
        "required": [
          "query"
        ],
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "query": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          }
        }
      },
      "SavedQueryBody": {
        "type": "object",
        "required": [
          "title",
          "query"
        ],
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "query": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "shared": {
            "type": "boolean",
            "description": "Others may see and run it; what rows they get is decided by what they may see"
          }
        }
      },
      "SavedQuery": {
        "type": "object",
        "required": [
          "id",
          "org",
          "title",
          "query",
          "shared",
          "ownedByMe",
          "ownerRef",
          "updatedAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "org": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "query": {
            "type": "string"
          },
          "shared": {
            "type": "boolean"
          },
          "ownedByMe": {
            "type": "boolean"
          },
          "ownerRef": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          }
        }
      },
      "SavedQueryList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SavedQuery"
            }
          }
        }
      },
      "InventoryField": {
        "type": "object",
        "required": [
          "id",
          "label",
          "type",
          "operators"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "E.g. profile.license.name. Of a person of the catalog also person.annotation:NAME"
          },
          "label": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "enum": [
              "text",
              "boolean",
              "number",
              "time"
            ]
          },
          "operators": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InventoryOperator"
            }
          }
        }
      },
      "InventoryObjectList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "object",
                "label",
                "plural",
                "searchable",
                "columns",
                "fields"
              ],
              "properties": {
                "object": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "plural": {
                  "type": "string"
                },
                "searchable": {
                  "type": "boolean"
                },
                "columns": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "Fields that a list shows to begin with"
                },
                "fields": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/InventoryField"
                  }
                }
              }
            }
          }
        }
      },
      "InventoryStatus": {
        "type": "object",
        "required": [
          "org",
          "ready",
          "objects"
        ],
        "properties": {
          "org": {
            "type": "string"
          },
          "ready": {
            "type": "boolean",
            "description": "False until the first sync is over"
          },
          "syncedAt": {
            "type": "string",
            "format": "date-time"
          },
          "currency": {
            "type": "string",
            "description": "Of what a seat costs, e.g. EUR"
          },
          "openSync": {
            "$ref": "#/components/schemas/InventorySync"
          },
          "lastSync": {
            "$ref": "#/components/schemas/InventorySync"
          },
          "objects": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "object",
                "label",
                "rows",
                "available"
              ],
              "properties": {
                "object": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "rows": {
                  "type": "integer"
                },
                "available": {
                  "type": "boolean",
                  "description": "False where the org has it not, or does not show it"
                },
                "syncedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "problem": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "StartInventorySyncBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "mode": {
            "type": "string",
            "enum": [
              "full",
              "incremental"
            ],
            "description": "Default: incremental"
          }
        }
      },
      "InventorySync": {
        "type": "object",
        "required": [
          "id",
          "mode",
          "state",
          "requestedBy",
          "apiCalls",
          "createdAt",
          "rows",
          "added",
          "changed",
          "removed",
          "progress",
          "steps"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "mode": {
            "type": "string",
            "enum": [
              "full",
              "incremental"
            ]
          },
          "state": {
            "type": "string",
            "enum": [
              "queued",
              "running",
              "waiting",
              "succeeded",
              "failed"
            ]
          },
          "requestedBy": {
            "type": "string",
            "description": "Entity ref of the person, or plugin:salesforce"
          },
          "apiCalls": {
            "type": "integer"
          },
          "problem": {
            "type": "string",
            "description": "Why it waits or failed"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "continuesAt": {
            "type": "string",
            "format": "date-time",
            "description": "When a waiting sync goes on"
          },
          "rows": {
            "type": "integer"
          },
          "added": {
            "type": "integer"
          },
          "changed": {
            "type": "integer"
          },
          "removed": {
            "type": "integer"
          },
          "progress": {
            "type": "number",
            "description": "From 0 to 1"
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "object",
                "label",
                "state",
                "rows",
                "added",
                "changed",
                "removed"
              ],
              "properties": {
                "object": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "waiting",
                    "reading",
                    "done",
                    "unavailable"
                  ]
                },
                "total": {
                  "type": "integer"
                },
                "rows": {
                  "type": "integer"
                },
                "added": {
                  "type": "integer"
                },
                "changed": {
                  "type": "integer"
                },
                "removed": {
                  "type": "integer"
                },
                "problem": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "InventorySyncPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InventorySync"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "InventoryValue": {
        "oneOf": [
          {
            "type": "string",
            "nullable": true
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          }
        ]
      },
      "InventoryChange": {
        "type": "object",
        "required": [
          "object",
          "objectLabel",
          "recordId",
          "kind",
          "fields",
          "at",
          "syncId"
        ],
        "properties": {
          "object": {
            "type": "string"
          },
          "objectLabel": {
            "type": "string"
          },
          "recordId": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "added",
              "changed",
              "removed"
            ]
          },
          "label": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "syncId": {
            "type": "string"
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "label"
              ],
              "properties": {
                "label": {
                  "type": "string"
                },
                "before": {
                  "type": "string"
                },
                "after": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "InventoryChangePage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InventoryChange"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "InventoryOperator": {
        "type": "string",
        "enum": [
          "is",
          "isNot",
          "isOneOf",
          "isNoneOf",
          "contains",
          "startsWith",
          "isEmpty",
          "isNotEmpty",
          "isTrue",
          "isFalse",
          "moreThan",
          "atLeast",
          "lessThan",
          "atMost",
          "before",
          "after",
          "olderThanDays",
          "withinLastDays",
          "withinNextDays",
          "grantsAnyOf"
        ]
      },
      "InventoryFilter": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "field",
          "operator"
        ],
        "properties": {
          "field": {
            "type": "string",
            "maxLength": 400
          },
          "operator": {
            "$ref": "#/components/schemas/InventoryOperator"
          },
          "value": {
            "type": "string",
            "maxLength": 500
          },
          "values": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "string",
              "maxLength": 500
            }
          }
        }
      },
      "InventoryCondition": {
        "type": "object",
        "additionalProperties": false,
        "description": "One filter, or several of which one must hold",
        "properties": {
          "field": {
            "type": "string",
            "maxLength": 400
          },
          "operator": {
            "$ref": "#/components/schemas/InventoryOperator"
          },
          "value": {
            "type": "string",
            "maxLength": 500
          },
          "values": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "string",
              "maxLength": 500
            }
          },
          "anyOf": {
            "type": "array",
            "minItems": 1,
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/InventoryFilter"
            }
          }
        }
      },
      "InventorySort": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "field"
        ],
        "properties": {
          "field": {
            "type": "string",
            "maxLength": 400
          },
          "descending": {
            "type": "boolean"
          }
        }
      },
      "InventoryQueryBody": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "object"
        ],
        "properties": {
          "object": {
            "type": "string",
            "maxLength": 80
          },
          "fields": {
            "type": "array",
            "maxItems": 40,
            "items": {
              "type": "string",
              "maxLength": 400
            },
            "description": "Default: the columns of the object"
          },
          "filters": {
            "type": "array",
            "maxItems": 40,
            "items": {
              "$ref": "#/components/schemas/InventoryCondition"
            }
          },
          "search": {
            "type": "string",
            "maxLength": 200
          },
          "sort": {
            "$ref": "#/components/schemas/InventorySort"
          },
          "cursor": {
            "type": "string",
            "maxLength": 4000
          },
          "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 2000
          },
          "withTotal": {
            "type": "boolean"
          }
        }
      },
      "InventoryExportBody": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "object",
          "fields"
        ],
        "properties": {
          "object": {
            "type": "string",
            "maxLength": 80
          },
          "fields": {
            "type": "array",
            "minItems": 1,
            "maxItems": 40,
            "items": {
              "type": "string",
              "maxLength": 400
            }
          },
          "filters": {
            "type": "array",
            "maxItems": 40,
            "items": {
              "$ref": "#/components/schemas/InventoryCondition"
            }
          },
          "search": {
            "type": "string",
            "maxLength": 200
          },
          "sort": {
            "$ref": "#/components/schemas/InventorySort"
          }
        }
      },
      "BoardCounts": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "boardId"
              ],
              "properties": {
                "boardId": {
                  "type": "string"
                },
                "count": {
                  "type": "integer",
                  "description": "Absent where its question can no longer be asked"
                }
              }
            }
          }
        }
      },
      "InventoryPage": {
        "type": "object",
        "required": [
          "columns",
          "items"
        ],
        "properties": {
          "columns": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InventoryField"
            }
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "values"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "target": {
                  "type": "string",
                  "description": "The user of this record as the input of an action names it"
                },
                "values": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/InventoryValue"
                  }
                }
              }
            }
          },
          "total": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "InventoryGroupBody": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "object",
          "field"
        ],
        "properties": {
          "object": {
            "type": "string",
            "maxLength": 80
          },
          "field": {
            "type": "string",
            "maxLength": 400
          },
          "sum": {
            "type": "string",
            "maxLength": 400,
            "description": "A number to add up"
          },
          "filters": {
            "type": "array",
            "maxItems": 40,
            "items": {
              "$ref": "#/components/schemas/InventoryCondition"
            }
          },
          "search": {
            "type": "string",
            "maxLength": 200
          },
          "limit": {
            "type": "integer",
            "minimum": 1,
            "maximum": 200
          }
        }
      },
      "InventoryGroupList": {
        "type": "object",
        "required": [
          "field",
          "items"
        ],
        "properties": {
          "field": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "value",
                "count"
              ],
              "properties": {
                "value": {
                  "$ref": "#/components/schemas/InventoryValue"
                },
                "count": {
                  "type": "integer"
                },
                "sum": {
                  "type": "number"
                }
              }
            }
          }
        }
      },
      "InventoryRecord": {
        "type": "object",
        "required": [
          "object",
          "id",
          "label",
          "fields",
          "changes"
        ],
        "properties": {
          "object": {
            "type": "string"
          },
          "id": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Its page in Salesforce"
          },
          "fields": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "label",
                "type",
                "value"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "label": {
                  "type": "string"
                },
                "type": {
                  "type": "string",
                  "enum": [
                    "text",
                    "boolean",
                    "number",
                    "time"
                  ]
                },
                "value": {
                  "$ref": "#/components/schemas/InventoryValue"
                }
              }
            }
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/InventoryChange"
            }
          }
        }
      },
      "ObjectOperation": {
        "type": "string",
        "enum": [
          "read",
          "create",
          "edit",
          "delete",
          "viewAll",
          "modifyAll"
        ]
      },
      "AccessSource": {
        "type": "object",
        "description": "What gives an access",
        "required": [
          "kind",
          "id",
          "label"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "profile",
              "permission_set",
              "permission_set_group"
            ]
          },
          "id": {
            "type": "string",
            "description": "Of the profile, the permission set or the group"
          },
          "label": {
            "type": "string"
          },
          "through": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Permission sets of a group that give it"
          },
          "because": {
            "type": "string",
            "description": "A system permission that implies it, e.g. ModifyAllData"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "EffectiveAccess": {
        "type": "object",
        "required": [
          "user",
          "holdings",
          "system",
          "objects",
          "fields",
          "muted"
        ],
        "properties": {
          "user": {
            "$ref": "#/components/schemas/InventoryUser"
          },
          "holdings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccessSource"
            }
          },
          "system": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "permission",
                "sources"
              ],
              "properties": {
                "permission": {
                  "type": "string"
                },
                "sources": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/AccessSource"
                  }
                }
              }
            }
          },
          "objects": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "object",
                "operation",
                "sources"
              ],
              "properties": {
                "object": {
                  "type": "string"
                },
                "operation": {
                  "$ref": "#/components/schemas/ObjectOperation"
                },
                "sources": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/AccessSource"
                  }
                }
              }
            }
          },
          "fields": {
            "type": "array",
            "description": "Only where an object was named",
            "items": {
              "type": "object",
              "required": [
                "field",
                "operation",
                "sources"
              ],
              "properties": {
                "field": {
                  "type": "string"
                },
                "operation": {
                  "type": "string",
                  "enum": [
                    "read",
                    "edit"
                  ]
                },
                "sources": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/AccessSource"
                  }
                }
              }
            }
          },
          "muted": {
            "type": "array",
            "description": "What a permission set of a group would give and the group mutes",
            "items": {
              "type": "object",
              "required": [
                "group",
                "permission"
              ],
              "properties": {
                "group": {
                  "type": "string"
                },
                "permission": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "InventoryUser": {
        "type": "object",
        "required": [
          "id",
          "name",
          "username",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "username": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "active",
              "frozen",
              "inactive"
            ]
          },
          "profile": {
            "type": "string"
          },
          "role": {
            "type": "string"
          }
        }
      },
      "WhoCanPage": {
        "type": "object",
        "required": [
          "question",
          "total",
          "items"
        ],
        "properties": {
          "question": {
            "type": "string",
            "description": "In words"
          },
          "total": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "user",
                "sources"
              ],
              "properties": {
                "user": {
                  "$ref": "#/components/schemas/InventoryUser"
                },
                "sources": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/AccessSource"
                  }
                }
              }
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "UserComparison": {
        "type": "object",
        "required": [
          "user",
          "other",
          "onlyUser",
          "onlyOther",
          "both"
        ],
        "properties": {
          "user": {
            "$ref": "#/components/schemas/InventoryUser"
          },
          "other": {
            "$ref": "#/components/schemas/InventoryUser"
          },
          "onlyUser": {
            "$ref": "#/components/schemas/ComparedAccess"
          },
          "onlyOther": {
            "$ref": "#/components/schemas/ComparedAccess"
          },
          "both": {
            "$ref": "#/components/schemas/ComparedAccess"
          }
        }
      },
      "ComparedAccess": {
        "type": "object",
        "required": [
          "holdings",
          "system",
          "objects"
        ],
        "properties": {
          "holdings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AccessSource"
            }
          },
          "system": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "objects": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "E.g. Account: delete"
          }
        }
      },
      "OrgStatus": {
        "type": "string",
        "enum": [
          "not_connected",
          "validating",
          "syncing",
          "connected",
          "degraded",
          "disconnected",
          "paused"
        ]
      },
      "OrgSummary": {
        "type": "object",
        "required": [
          "id",
          "title",
          "status",
          "isDefault",
          "owners"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/OrgStatus"
          },
          "statusReason": {
            "type": "string"
          },
          "isDefault": {
            "type": "boolean"
          },
          "isSandbox": {
            "type": "boolean"
          },
          "entityRef": {
            "type": "string",
            "description": "The catalog Resource of this org"
          },
          "owners": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Person"
            },
            "description": "People and groups"
          },
          "instanceUrl": {
            "type": "string"
          },
          "usernamesAreEmails": {
            "type": "boolean",
            "description": "Usernames stand for e-mail addresses, where users share an address such as noreply@"
          }
        }
      },
      "OrgList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OrgSummary"
            }
          }
        }
      },
      "OrgDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/OrgSummary"
          },
          {
            "type": "object",
            "required": [
              "apiVersion",
              "source",
              "licenses",
              "waitingRequests",
              "allowedActions"
            ],
            "properties": {
              "apiVersion": {
                "type": "string"
              },
              "source": {
                "type": "string",
                "enum": [
                  "config",
                  "database"
                ],
                "description": "Orgs from the configuration are not edited here"
              },
              "organizationId": {
                "type": "string"
              },
              "edition": {
                "type": "string"
              },
              "credentials": {
                "$ref": "#/components/schemas/CredentialsView"
              },
              "limits": {
                "type": "object",
                "required": [
                  "used",
                  "max",
                  "level"
                ],
                "properties": {
                  "used": {
                    "type": "integer"
                  },
                  "max": {
                    "type": "integer"
                  },
                  "level": {
                    "type": "string",
                    "enum": [
                      "ok",
                      "warning",
                      "critical",
                      "exhausted"
                    ]
                  },
                  "at": {
                    "type": "string",
                    "format": "date-time"
                  }
                }
              },
              "licenses": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "name",
                    "used",
                    "total"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "used": {
                      "type": "integer"
                    },
                    "total": {
                      "type": "integer"
                    }
                  }
                }
              },
              "waitingRequests": {
                "type": "integer",
                "description": "Requests that have not come to their end; of those that the caller may see, unless they look after orgs"
              },
              "checkedAt": {
                "type": "string",
                "format": "date-time"
              },
              "callbackUrl": {
                "type": "string",
                "description": "What has to be registered as callback URL of apps for logins with a browser"
              },
              "personalLogin": {
                "$ref": "#/components/schemas/PersonalLoginView"
              },
              "certificate": {
                "$ref": "#/components/schemas/Certificate"
              },
              "problem": {
                "type": "string"
              },
              "kept": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "After disconnecting: what is kept"
              },
              "allowedActions": {
                "type": "array",
                "items": {
                  "type": "string",
                  "enum": [
                    "validate",
                    "update",
                    "disconnect",
                    "pause",
                    "resume"
                  ]
                }
              }
            }
          }
        ]
      },
      "CredentialsView": {
        "type": "object",
        "description": "What may be shown of credentials. Never a secret.",
        "required": [
          "kind"
        ],
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/LoginKind"
          },
          "loginUrl": {
            "type": "string"
          },
          "username": {
            "type": "string"
          },
          "clientId": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "keyId": {
            "type": "string",
            "description": "The key that seals them"
          }
        }
      },
      "LoginKind": {
        "type": "string",
        "enum": [
          "username_password",
          "client_credentials",
          "jwt_bearer",
          "web_server"
        ]
      },
      "CredentialsKind": {
        "type": "string",
        "enum": [
          "username_password",
          "client_credentials",
          "jwt_bearer"
        ]
      },
      "Credentials": {
        "type": "object",
        "required": [
          "kind",
          "loginUrl"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/CredentialsKind"
          },
          "loginUrl": {
            "type": "string",
            "maxLength": 500
          },
          "username": {
            "type": "string",
            "maxLength": 200
          },
          "password": {
            "type": "string",
            "maxLength": 500
          },
          "securityToken": {
            "type": "string",
            "maxLength": 100
          },
          "clientId": {
            "type": "string",
            "maxLength": 1000
          },
          "clientSecret": {
            "type": "string",
            "maxLength": 1000
          },
          "privateKey": {
            "type": "string",
            "maxLength": 20000,
            "description": "PEM. Left out: the key pair that was made here for this org"
          }
        }
      },
      "PersonalLoginView": {
        "type": "object",
        "description": "The app through which people connect their own Salesforce user. Never its secret.",
        "required": [
          "clientId"
        ],
        "properties": {
          "clientId": {
            "type": "string"
          }
        }
      },
      "LoginAppBody": {
        "type": "object",
        "required": [
          "loginUrl",
          "clientId"
        ],
        "additionalProperties": false,
        "properties": {
          "loginUrl": {
            "type": "string",
            "maxLength": 500
          },
          "clientId": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000
          },
          "clientSecret": {
            "type": "string",
            "maxLength": 1000,
            "description": "Left out for apps that cannot keep one"
          }
        }
      },
      "Certificate": {
        "type": "object",
        "required": [
          "pem",
          "fingerprint",
          "expiresAt"
        ],
        "properties": {
          "pem": {
            "type": "string",
            "description": "To be uploaded to the app in Salesforce"
          },
          "fingerprint": {
            "type": "string",
            "description": "SHA-256, as Salesforce shows it"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PermissionSetDescription": {
        "type": "object",
        "description": "What the integration user needs, and nothing beyond it.",
        "required": [
          "label",
          "permissions",
          "files"
        ],
        "properties": {
          "label": {
            "type": "string"
          },
          "permissions": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "label",
                "needed"
              ],
              "properties": {
                "name": {
                  "type": "string",
                  "description": "API name"
                },
                "label": {
                  "type": "string",
                  "description": "As Setup shows it"
                },
                "needed": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "What it is for, in words"
                }
              }
            }
          },
          "files": {
            "type": "array",
            "description": "Metadata, ready to be deployed",
            "items": {
              "type": "object",
              "required": [
                "path",
                "content"
              ],
              "properties": {
                "path": {
                  "type": "string"
                },
                "content": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "CreateOrgBody": {
        "type": "object",
        "description": "Without credentials the org is noted as not connected, and its owners are asked to set up the login.",
        "required": [
          "id",
          "title"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9-]{0,62}$"
          },
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "entityRef": {
            "type": "string",
            "maxLength": 255
          },
          "owners": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 255
            }
          },
          "isDefault": {
            "type": "boolean"
          },
          "apiVersion": {
            "type": "string",
            "pattern": "^[1-9][0-9]\\.0$"
          },
          "usernamesAreEmails": {
            "type": "boolean"
          },
          "credentials": {
            "$ref": "#/components/schemas/Credentials"
          }
        }
      },
      "UpdateOrgBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "entityRef": {
            "type": "string",
            "maxLength": 255
          },
          "owners": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 255
            }
          },
          "isDefault": {
            "type": "boolean"
          },
          "paused": {
            "type": "boolean"
          },
          "apiVersion": {
            "type": "string",
            "pattern": "^[1-9][0-9]\\.0$"
          },
          "usernamesAreEmails": {
            "type": "boolean"
          },
          "personalLogin": {
            "$ref": "#/components/schemas/LoginAppBody"
          },
          "removePersonalLogin": {
            "type": "boolean",
            "enum": [
              true
            ],
            "description": "Nobody can connect their own user from then on"
          },
          "credentials": {
            "$ref": "#/components/schemas/Credentials"
          }
        }
      },
      "ValidateBody": {
        "type": "object",
        "required": [
          "credentials"
        ],
        "additionalProperties": false,
        "properties": {
          "credentials": {
            "$ref": "#/components/schemas/Credentials"
          },
          "apiVersion": {
            "type": "string",
            "pattern": "^[1-9][0-9]\\.0$"
          },
          "org": {
            "type": "string",
            "maxLength": 63,
            "description": "Whose key pair is meant where no private key is given"
          }
        }
      },
      "OrgValidation": {
        "type": "object",
        "required": [
          "ok",
          "checks"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "checks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "id",
                "title",
                "state"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "passed",
                    "warning",
                    "failed",
                    "skipped"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "cause": {
                  "type": "string",
                  "description": "The likely cause in plain words"
                },
                "fix": {
                  "type": "string",
                  "description": "What to do, with the place in Salesforce Setup"
                },
                "details": {
                  "type": "string",
                  "description": "Salesforce's words"
                }
              }
            }
          },
          "organizationId": {
            "type": "string"
          },
          "instanceUrl": {
            "type": "string"
          },
          "runningAs": {
            "type": "string"
          }
        }
      },
      "OrgLogPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "at",
                "level",
                "message"
              ],
              "properties": {
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "level": {
                  "type": "string",
                  "enum": [
                    "info",
                    "warning",
                    "error"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "details": {
                  "type": "string"
                }
              }
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Picker": {
        "type": "string",
        "enum": [
          "salesforce-user",
          "profile",
          "permission-set",
          "permission-set-group",
          "role",
          "group",
          "license",
          "permission-set-license",
          "package-license",
          "any-license",
          "time-zone",
          "locale",
          "language",
          "email-encoding"
        ]
      },
      "OptionList": {
        "type": "object",
        "required": [
          "items",
          "truncated"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Option"
            }
          },
          "truncated": {
            "type": "boolean"
          }
        }
      },
      "Me": {
        "type": "object",
        "required": [
          "person",
          "salesforceUsers",
          "may"
        ],
        "properties": {
          "person": {
            "$ref": "#/components/schemas/Person"
          },
          "salesforceUsers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SalesforceUser"
            }
          },
          "may": {
            "type": "object",
            "required": [
              "review",
              "readAudit",
              "managePolicies",
              "manageOrgs",
              "seeAllRequests",
              "useAssistant",
              "readInventory",
              "readAllData"
            ],
            "properties": {
              "review": {
                "type": "boolean"
              },
              "readAudit": {
                "type": "boolean"
              },
              "managePolicies": {
                "type": "boolean"
              },
              "manageOrgs": {
                "type": "boolean"
              },
              "seeAllRequests": {
                "type": "boolean"
              },
              "useAssistant": {
                "type": "boolean"
              },
              "readInventory": {
                "type": "boolean",
                "description": "Look through users, profiles, permission sets"
              },
              "reviewAccess": {
                "type": "boolean",
                "description": "Start access reviews, or has something to review"
              },
              "readAllData": {
                "type": "boolean",
                "description": "Run reads beyond their own data"
              }
            }
          }
        }
      },
      "SalesforceUserStatus": {
        "type": "string",
        "enum": [
          "active",
          "frozen",
          "inactive",
          "none",
          "unknown"
        ]
      },
      "SalesforceUser": {
        "type": "object",
        "required": [
          "org",
          "orgTitle",
          "status"
        ],
        "properties": {
          "org": {
            "type": "string"
          },
          "orgTitle": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/SalesforceUserStatus"
          },
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "username": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "profile": {
            "type": "string"
          },
          "role": {
            "type": "string"
          },
          "license": {
            "type": "string"
          },
          "lastLoginAt": {
            "type": "string",
            "format": "date-time"
          },
          "frozenUntil": {
            "type": "string",
            "format": "date-time",
            "description": "When a scheduled unfreeze will run"
          },
          "permissionSets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AssignedAccess"
            }
          },
          "url": {
            "type": "string",
            "description": "Page of the user in Salesforce"
          },
          "problem": {
            "type": "string",
            "description": "Why the status is unknown, in plain words"
          }
        }
      },
      "AssignedAccess": {
        "type": "object",
        "required": [
          "id",
          "label",
          "kind"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "permission_set",
              "permission_set_group"
            ]
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "SalesforceUserList": {
        "type": "object",
        "required": [
          "person",
          "items"
        ],
        "properties": {
          "person": {
            "$ref": "#/components/schemas/Person"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SalesforceUser"
            }
          }
        }
      },
      "OrgPersonUser": {
        "type": "object",
        "required": [
          "id",
          "username"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "username": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "email": {
            "type": "string"
          },
          "isActive": {
            "type": "boolean"
          }
        }
      },
      "OrgPerson": {
        "type": "object",
        "required": [
          "person",
          "proposals"
        ],
        "properties": {
          "person": {
            "$ref": "#/components/schemas/Person"
          },
          "user": {
            "$ref": "#/components/schemas/OrgPersonUser"
          },
          "recognisedBy": {
            "type": "string",
            "enum": [
              "link",
              "annotation",
              "federation_id",
              "username"
            ]
          },
          "settledBy": {
            "type": "string",
            "description": "For a link: who settled it"
          },
          "settledAt": {
            "type": "string",
            "format": "date-time"
          },
          "proposals": {
            "type": "array",
            "description": "Users that share the person's e-mail address only, while none is recognised",
            "items": {
              "$ref": "#/components/schemas/OrgPersonUser"
            }
          }
        }
      },
      "LinkConflict": {
        "type": "object",
        "required": [
          "person",
          "user",
          "message",
          "noticedAt"
        ],
        "properties": {
          "person": {
            "$ref": "#/components/schemas/Person"
          },
          "user": {
            "$ref": "#/components/schemas/OrgPersonUser"
          },
          "message": {
            "type": "string",
            "description": "What contradicts what, in plain words"
          },
          "noticedAt": {
            "type": "string",
            "format": "date-time"
          },
          "linkedPerson": {
            "$ref": "#/components/schemas/Person"
          }
        }
      },
      "OrgPeoplePage": {
        "type": "object",
        "required": [
          "items",
          "conflicts"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OrgPerson"
            }
          },
          "conflicts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LinkConflict"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "LinkPersonBody": {
        "type": "object",
        "description": "The user by id or by username.",
        "required": [
          "person"
        ],
        "additionalProperties": false,
        "properties": {
          "person": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "description": "Entity ref of a catalog User"
          },
          "userId": {
            "type": "string",
            "pattern": "^005[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$"
          },
          "username": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255
          }
        }
      },
      "PersonLinkBody": {
        "type": "object",
        "required": [
          "person",
          "userId"
        ],
        "additionalProperties": false,
        "properties": {
          "person": {
            "type": "string",
            "minLength": 1,
            "maxLength": 255,
            "description": "Entity ref of a catalog User"
          },
          "userId": {
            "type": "string",
            "pattern": "^005[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$"
          }
        }
      },
      "PersonalConnectionState": {
        "type": "string",
        "description": "`unavailable`: the org offers no logins for people, or is not connected. `expired`: Salesforce takes the token no longer; connect again.",
        "enum": [
          "unavailable",
          "not_connected",
          "connected",
          "expired"
        ]
      },
      "PersonalConnection": {
        "type": "object",
        "required": [
          "org",
          "orgTitle",
          "state"
        ],
        "properties": {
          "org": {
            "type": "string"
          },
          "orgTitle": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/PersonalConnectionState"
          },
          "reason": {
            "type": "string",
            "description": "Why it is unavailable or expired, in plain words"
          },
          "username": {
            "type": "string"
          },
          "userId": {
            "type": "string"
          },
          "connectedAt": {
            "type": "string",
            "format": "date-time"
          },
          "usedAt": {
            "type": "string",
            "format": "date-time"
          },
          "revoked": {
            "type": "boolean",
            "description": "After disconnecting: whether Salesforce confirmed the end of the token"
          }
        }
      },
      "PersonalConnectionList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PersonalConnection"
            }
          }
        }
      },
      "StartedLogin": {
        "type": "object",
        "required": [
          "url",
          "expiresAt"
        ],
        "properties": {
          "url": {
            "type": "string",
            "description": "The login page of Salesforce"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "CompleteLoginBody": {
        "type": "object",
        "description": "The parameters with which Salesforce sent the browser back.",
        "required": [
          "state"
        ],
        "additionalProperties": false,
        "properties": {
          "state": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200
          },
          "code": {
            "type": "string",
            "minLength": 1,
            "maxLength": 2000
          },
          "error": {
            "type": "string",
            "maxLength": 200
          },
          "errorDescription": {
            "type": "string",
            "maxLength": 1000
          }
        }
      },
      "CompletedLogin": {
        "type": "object",
        "required": [
          "purpose",
          "org"
        ],
        "properties": {
          "purpose": {
            "type": "string",
            "enum": [
              "personal",
              "org"
            ]
          },
          "org": {
            "type": "string"
          },
          "orgTitle": {
            "type": "string"
          },
          "connection": {
            "$ref": "#/components/schemas/PersonalConnection"
          }
        }
      },
      "ReplayPolicyBody": {
        "type": "object",
        "required": [
          "policy"
        ],
        "additionalProperties": false,
        "properties": {
          "policy": {
            "$ref": "#/components/schemas/Policy"
          },
          "days": {
            "type": "integer",
            "minimum": 1,
            "maximum": 365,
            "description": "Default 90"
          }
        }
      },
      "ReplayedDecision": {
        "type": "object",
        "required": [
          "verdict",
          "needs",
          "reasons"
        ],
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/Verdict"
          },
          "needs": {
            "type": "string",
            "description": "Whose approval, in words; empty when none"
          },
          "reasons": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "PolicyDifference": {
        "type": "object",
        "required": [
          "requestId",
          "number",
          "title",
          "requester",
          "createdAt",
          "state",
          "kind",
          "before",
          "after"
        ],
        "properties": {
          "requestId": {
            "type": "string"
          },
          "number": {
            "type": "integer"
          },
          "title": {
            "type": "string"
          },
          "requester": {
            "$ref": "#/components/schemas/Person"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "state": {
            "$ref": "#/components/schemas/RequestState"
          },
          "kind": {
            "type": "string",
            "enum": [
              "refused",
              "approval_instead_of_none",
              "none_instead_of_approval",
              "other_approval"
            ]
          },
          "before": {
            "$ref": "#/components/schemas/ReplayedDecision"
          },
          "after": {
            "$ref": "#/components/schemas/ReplayedDecision"
          },
          "reviewsSuffice": {
            "type": "boolean",
            "description": "Whether the reviews that were given would have been enough"
          }
        }
      },
      "PolicyReplay": {
        "type": "object",
        "required": [
          "days",
          "considered",
          "unchanged",
          "differences",
          "truncated"
        ],
        "properties": {
          "days": {
            "type": "integer"
          },
          "considered": {
            "type": "integer",
            "description": "Requests of these days that were decided again, of those that the caller may see"
          },
          "unchanged": {
            "type": "integer"
          },
          "differences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyDifference"
            },
            "description": "Newest first, the first 200"
          },
          "truncated": {
            "type": "boolean",
            "description": "True when there were more requests than were looked at"
          }
        }
      },
      "ReviewerSource": {
        "type": "object",
        "required": [
          "kind"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "permission",
              "group",
              "user",
              "manager",
              "org_owner"
            ],
            "description": "permission: anyone whom the host's roles allow to review"
          },
          "ref": {
            "type": "string",
            "maxLength": 255,
            "description": "Entity ref, for group and user"
          }
        }
      },
      "StageRequirement": {
        "type": "object",
        "required": [
          "count",
          "from"
        ],
        "additionalProperties": false,
        "properties": {
          "count": {
            "type": "integer",
            "minimum": 1,
            "maximum": 20
          },
          "from": {
            "type": "array",
            "minItems": 1,
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/ReviewerSource"
            },
            "description": "Members of any of these"
          }
        }
      },
      "PolicyStage": {
        "type": "object",
        "required": [
          "name",
          "requirements"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 100
          },
          "requirements": {
            "type": "array",
            "minItems": 1,
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/StageRequirement"
            },
            "description": "All of these"
          }
        }
      },
      "Policy": {
        "type": "object",
        "required": [
          "enabled",
          "audience",
          "selfService",
          "stages",
          "reason",
          "limits",
          "expiresAfter",
          "distinctReviewers"
        ],
        "additionalProperties": false,
        "properties": {
          "enabled": {
            "type": "boolean"
          },
          "audience": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string",
              "maxLength": 255
            },
            "description": "Entity refs of people and groups who may ask; empty means everyone whom the permission allows"
          },
          "selfService": {
            "type": "string",
            "enum": [
              "off",
              "allowed",
              "only"
            ],
            "description": "only: the requester must be the only target. off: the requester must not be a target"
          },
          "stages": {
            "type": "array",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/PolicyStage"
            },
            "description": "Empty means one review by anyone whom the permission allows"
          },
          "reason": {
            "type": "string",
            "enum": [
              "required",
              "optional"
            ]
          },
          "limits": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "maxTargets": {
                "type": "integer",
                "minimum": 1,
                "maximum": 10000
              },
              "maxDuration": {
                "type": "string",
                "description": "ISO 8601 duration; longest time-bound grant"
              }
            }
          },
          "expiresAfter": {
            "type": "string",
            "description": "ISO 8601 duration; pending requests expire after it"
          },
          "distinctReviewers": {
            "type": "boolean",
            "description": "One person counts in one stage only"
          },
          "remindAfter": {
            "type": "string",
            "maxLength": 50,
            "description": "ISO 8601 duration; those whose review is wanted are reminded each time it has passed since their stage opened"
          },
          "escalation": {
            "type": "object",
            "required": [
              "after",
              "to"
            ],
            "additionalProperties": false,
            "description": "Whoever is named here may review as well once a stage has been open for so long",
            "properties": {
              "after": {
                "type": "string",
                "maxLength": 50,
                "description": "ISO 8601 duration"
              },
              "to": {
                "type": "array",
                "minItems": 1,
                "maxItems": 20,
                "items": {
                  "$ref": "#/components/schemas/ReviewerSource"
                }
              }
            }
          }
        }
      },
      "PolicyRecord": {
        "type": "object",
        "required": [
          "action",
          "actionTitle",
          "version",
          "source",
          "policy",
          "sentence",
          "allowedActions"
        ],
        "properties": {
          "action": {
            "type": "string"
          },
          "actionTitle": {
            "type": "string"
          },
          "version": {
            "type": "integer",
            "description": "0 is the configuration's default"
          },
          "source": {
            "type": "string",
            "enum": [
              "default",
              "config",
              "database"
            ]
          },
          "policy": {
            "$ref": "#/components/schemas/Policy"
          },
          "sentence": {
            "type": "string"
          },
          "changedBy": {
            "$ref": "#/components/schemas/Person"
          },
          "changedAt": {
            "type": "string",
            "format": "date-time"
          },
          "comment": {
            "type": "string"
          },
          "allowedActions": {
            "type": "array",
            "items": {
              "type": "string",
              "enum": [
                "update",
                "reset"
              ]
            }
          }
        }
      },
      "PolicyList": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyRecord"
            }
          }
        }
      },
      "PolicyVersionPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PolicyRecord"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "SetPolicyBody": {
        "type": "object",
        "required": [
          "policy",
          "expectedVersion"
        ],
        "additionalProperties": false,
        "properties": {
          "policy": {
            "$ref": "#/components/schemas/Policy"
          },
          "expectedVersion": {
            "type": "integer",
            "minimum": 0
          },
          "comment": {
            "type": "string",
            "maxLength": 4000
          }
        }
      },
      "EvaluatePolicyBody": {
        "type": "object",
        "required": [
          "person",
          "action"
        ],
        "additionalProperties": false,
        "properties": {
          "person": {
            "type": "string",
            "maxLength": 255
          },
          "action": {
            "type": "string",
            "maxLength": 100
          },
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "targetPersons": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "type": "string",
              "maxLength": 255
            }
          },
          "reason": {
            "type": "string",
            "maxLength": 4000
          },
          "policy": {
            "$ref": "#/components/schemas/Policy"
          }
        }
      },
      "FieldChange": {
        "type": "object",
        "required": [
          "name",
          "label",
          "before",
          "after"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "before": {
            "$ref": "#/components/schemas/FieldValue"
          },
          "after": {
            "$ref": "#/components/schemas/FieldValue"
          },
          "beforeLabel": {
            "type": "string",
            "description": "Readable form of an id or a code"
          },
          "afterLabel": {
            "type": "string"
          }
        }
      },
      "FieldValue": {
        "oneOf": [
          {
            "type": "string",
            "nullable": true
          },
          {
            "type": "number"
          },
          {
            "type": "boolean"
          }
        ]
      },
      "ChangeOutcome": {
        "type": "string",
        "enum": [
          "pending",
          "applied",
          "already_there",
          "failed",
          "unknown",
          "skipped"
        ]
      },
      "Change": {
        "type": "object",
        "required": [
          "position",
          "object",
          "recordId",
          "operation",
          "summary",
          "target",
          "fields"
        ],
        "properties": {
          "position": {
            "type": "integer"
          },
          "object": {
            "type": "string",
            "description": "Salesforce object, e.g. UserLogin"
          },
          "recordId": {
            "type": "string",
            "nullable": true
          },
          "operation": {
            "type": "string",
            "enum": [
              "create",
              "update",
              "delete",
              "invoke"
            ]
          },
          "summary": {
            "type": "string",
            "description": "One plain sentence"
          },
          "target": {
            "$ref": "#/components/schemas/Target"
          },
          "fields": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FieldChange"
            }
          },
          "outcome": {
            "$ref": "#/components/schemas/ChangeOutcome"
          },
          "error": {
            "$ref": "#/components/schemas/Problem"
          }
        }
      },
      "ChangePage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Change"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "Target": {
        "type": "object",
        "required": [
          "object",
          "id",
          "label"
        ],
        "properties": {
          "object": {
            "type": "string"
          },
          "id": {
            "type": "string",
            "nullable": true
          },
          "label": {
            "type": "string"
          },
          "detail": {
            "type": "string",
            "description": "What tells it apart, e.g. the username"
          },
          "personRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string",
            "description": "The person whose Salesforce user owns this record, where that is the one who asked"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "Problem": {
        "type": "object",
        "required": [
          "message"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "Plain words"
          },
          "details": {
            "type": "string",
            "description": "Salesforce's words"
          }
        }
      },
      "Blocker": {
        "type": "object",
        "required": [
          "code",
          "message",
          "remedy"
        ],
        "properties": {
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "remedy": {
            "type": "string",
            "description": "What would clear it"
          },
          "url": {
            "type": "string",
            "description": "Where in Salesforce it is cleared"
          },
          "details": {
            "type": "string"
          },
          "target": {
            "$ref": "#/components/schemas/Target"
          },
          "pool": {
            "$ref": "#/components/schemas/LicensePool"
          }
        }
      },
      "FollowUp": {
        "type": "object",
        "required": [
          "action",
          "at",
          "summary"
        ],
        "properties": {
          "action": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "summary": {
            "type": "string"
          },
          "requestId": {
            "type": "string"
          }
        }
      },
      "Plan": {
        "type": "object",
        "required": [
          "version",
          "digest",
          "changeCount",
          "changes",
          "followUps",
          "warnings",
          "blockers"
        ],
        "properties": {
          "version": {
            "type": "integer"
          },
          "digest": {
            "type": "string",
            "description": "SHA-256 of the canonical JSON, hexadecimal"
          },
          "changeCount": {
            "type": "integer"
          },
          "changes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Change"
            },
            "description": "The first 50; page the rest"
          },
          "followUps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FollowUp"
            }
          },
          "warnings": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "blockers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Blocker"
            },
            "description": "What Salesforce would refuse today"
          },
          "leftOut": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LeftOut"
            },
            "description": "Targets that need no change"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "LeftOut": {
        "type": "object",
        "required": [
          "target",
          "reason"
        ],
        "properties": {
          "target": {
            "$ref": "#/components/schemas/Target"
          },
          "reason": {
            "type": "string"
          }
        }
      },
      "DraftBody": {
        "type": "object",
        "required": [
          "action",
          "input"
        ],
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63,
            "description": "Defaults to the default org"
          },
          "action": {
            "type": "string",
            "maxLength": 100
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "reason": {
            "type": "string",
            "maxLength": 4000
          },
          "breakGlass": {
            "type": "boolean",
            "description": "An emergency: to run without the approvals it needs"
          }
        }
      },
      "Draft": {
        "type": "object",
        "required": [
          "org",
          "action",
          "valid",
          "errors"
        ],
        "properties": {
          "org": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "input": {
            "type": "object",
            "additionalProperties": true,
            "description": "The input after names were resolved"
          },
          "valid": {
            "type": "boolean",
            "description": "True when it could be submitted now"
          },
          "errors": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FieldError"
            }
          },
          "plan": {
            "$ref": "#/components/schemas/Plan"
          },
          "decision": {
            "$ref": "#/components/schemas/Decision"
          },
          "undo": {
            "type": "string",
            "description": "Whether and how it can be undone"
          },
          "mayBreakGlass": {
            "type": "boolean",
            "description": "Whether the caller could run it now without the approvals it needs, in an emergency"
          }
        }
      },
      "SubmitBody": {
        "type": "object",
        "required": [
          "action",
          "input"
        ],
        "additionalProperties": false,
        "properties": {
          "org": {
            "type": "string",
            "maxLength": 63
          },
          "action": {
            "type": "string",
            "maxLength": 100
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "reason": {
            "type": "string",
            "maxLength": 4000
          },
          "planDigest": {
            "type": "string",
            "maxLength": 64,
            "description": "The plan that the person saw; refused (409, plan_changed) if it is another by now"
          },
          "words": {
            "type": "string",
            "maxLength": 8000,
            "description": "The words that led to this request"
          },
          "breakGlass": {
            "type": "boolean",
            "description": "An emergency: run without the approvals it needs. A reason is mandatory"
          }
        }
      },
      "CommentBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "comment": {
            "type": "string",
            "maxLength": 4000
          }
        }
      },
      "RetryBody": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "comment": {
            "type": "string",
            "maxLength": 4000
          },
          "repeatUnknown": {
            "type": "boolean",
            "description": "Repeat calls whose effect could not be observed. Default false."
          }
        }
      },
      "ReviewBody": {
        "type": "object",
        "required": [
          "decision",
          "planDigest"
        ],
        "additionalProperties": false,
        "properties": {
          "decision": {
            "type": "string",
            "enum": [
              "approve",
              "reject"
            ]
          },
          "planDigest": {
            "type": "string",
            "maxLength": 64
          },
          "comment": {
            "type": "string",
            "maxLength": 4000
          },
          "onBehalfOf": {
            "type": "string",
            "maxLength": 255,
            "description": "The person in whose name a delegate reviews; default: oneself where that counts, else whoever named the caller"
          }
        }
      },
      "BulkReviewBody": {
        "type": "object",
        "required": [
          "reviews"
        ],
        "additionalProperties": false,
        "properties": {
          "reviews": {
            "type": "array",
            "minItems": 1,
            "maxItems": 200,
            "items": {
              "type": "object",
              "required": [
                "requestId",
                "decision",
                "planDigest"
              ],
              "additionalProperties": false,
              "properties": {
                "requestId": {
                  "type": "string",
                  "maxLength": 64
                },
                "decision": {
                  "type": "string",
                  "enum": [
                    "approve",
                    "reject"
                  ]
                },
                "planDigest": {
                  "type": "string",
                  "maxLength": 64
                },
                "comment": {
                  "type": "string",
                  "maxLength": 4000
                },
                "onBehalfOf": {
                  "type": "string",
                  "maxLength": 255
                }
              }
            }
          }
        }
      },
      "BulkReviewAnswer": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "requestId",
                "ok"
              ],
              "properties": {
                "requestId": {
                  "type": "string"
                },
                "ok": {
                  "type": "boolean"
                },
                "state": {
                  "$ref": "#/components/schemas/RequestState"
                },
                "error": {
                  "$ref": "#/components/schemas/Problem"
                }
              }
            }
          }
        }
      },
      "RequestState": {
        "type": "string",
        "enum": [
          "submitted",
          "awaiting_approval",
          "approved",
          "scheduled",
          "running",
          "succeeded",
          "partly_failed",
          "failed",
          "needs_admin",
          "rejected",
          "cancelled",
          "expired",
          "stale"
        ]
      },
      "AllowedAction": {
        "type": "string",
        "enum": [
          "approve",
          "reject",
          "narrow",
          "withdraw_approval",
          "amend",
          "review_after",
          "cancel",
          "stop",
          "retry",
          "undo"
        ]
      },
      "RequestSummary": {
        "type": "object",
        "required": [
          "id",
          "number",
          "org",
          "orgTitle",
          "action",
          "actionTitle",
          "title",
          "risk",
          "state",
          "requester",
          "targets",
          "targetCount",
          "changeCount",
          "changeSummary",
          "planDigest",
          "createdAt",
          "updatedAt",
          "allowedActions"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "number": {
            "type": "integer",
            "description": "Short number for people"
          },
          "org": {
            "type": "string"
          },
          "orgTitle": {
            "type": "string"
          },
          "action": {
            "type": "string"
          },
          "actionTitle": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "A sentence, e.g. \"Freeze Marco Bianchi until 22 Feb 2027\""
          },
          "risk": {
            "$ref": "#/components/schemas/Risk"
          },
          "state": {
            "$ref": "#/components/schemas/RequestState"
          },
          "requester": {
            "$ref": "#/components/schemas/Person"
          },
          "reason": {
            "type": "string"
          },
          "targets": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Target"
            },
            "description": "The first five"
          },
          "targetCount": {
            "type": "integer"
          },
          "changeCount": {
            "type": "integer"
          },
          "changeSummary": {
            "type": "string",
            "description": "What changes, in one line"
          },
          "planDigest": {
            "type": "string"
          },
          "waitingFor": {
            "type": "string",
            "description": "Who must act next, in words, e.g. \"1 of revops-approvers\""
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "startsAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "breakGlass": {
            "type": "string",
            "enum": [
              "to_review",
              "reviewed"
            ],
            "description": "It ran without the approvals it needs; whether that was looked at afterwards"
          },
          "allowedActions": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AllowedAction"
            }
          }
        }
      },
      "RequestPage": {
        "type": "object",
        "required": [
          "items"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RequestSummary"
            }
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RequestDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/RequestSummary"
          },
          {
            "type": "object",
            "required": [
              "input",
              "plan",
              "previousPlans",
              "decision",
              "stages",
              "blockers",
              "outcomes",
              "cannot"
            ],
            "properties": {
              "input": {
                "type": "object",
                "additionalProperties": true
              },
              "words": {
                "type": "string"
              },
              "plan": {
                "$ref": "#/components/schemas/Plan"
              },
              "previousPlans": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Plan"
                },
                "description": "Earlier plans of this request, newest first"
              },
              "decision": {
                "$ref": "#/components/schemas/Decision"
              },
              "stages": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/StageView"
                }
              },
              "blockers": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Blocker"
                },
                "description": "What stopped it, when it needs an admin"
              },
              "outcomes": {
                "type": "object",
                "description": "Number of changes by outcome",
                "additionalProperties": {
                  "type": "integer"
                }
              },
              "cannot": {
                "type": "array",
                "description": "Why an action is not offered to the caller",
                "items": {
                  "type": "object",
                  "required": [
                    "action",
                    "reason"
                  ],
                  "properties": {
                    "action": {
                      "$ref": "#/components/schemas/AllowedAction"
                    },
                    "reason": {
                      "type": "string"
                    }
                  }
                }
              },
              "staleReasons": {
                "type": "array",
                "items": {
                  "type": "string"
                },
                "description": "Why it has to be reviewed again"
              },
              "nudges": {
                "$ref": "#/components/schemas/Nudges"
              },
              "stop": {
                "type": "object",
                "description": "Who stopped it, and when; it runs on until its worker has noticed",
                "required": [
                  "by",
                  "at"
                ],
                "properties": {
                  "by": {
                    "$ref": "#/components/schemas/Person"
                  },
                  "at": {
                    "type": "string",
                    "format": "date-time"
                  }
                }
              },
              "afterReview": {
                "$ref": "#/components/schemas/AfterReview"
              },
              "mayReviewFor": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Person"
                },
                "description": "In whose names the caller's review would count"
              },
              "undoOf": {
                "type": "string"
              },
              "undoneBy": {
                "type": "string"
              },
              "followUpOf": {
                "type": "string"
              },
              "undo": {
                "type": "string",
                "description": "Whether and how it can be undone"
              }
            }
          }
        ]
      },
      "LicensePool": {
        "type": "object",
        "description": "A licence that is full",
        "required": [
          "kind",
          "id",
          "name",
          "needed",
          "total",
          "used"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "user_license",
              "permission_set_license",
              "package_license"
            ]
          },
          "id": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "needed": {
            "type": "integer",
            "description": "Seats that the request needs"
          },
          "total": {
            "type": "integer"
          },
          "used": {
            "type": "integer"
          }
        }
      },
      "SeatHolder": {
        "type": "object",
        "required": [
          "userId",
          "name",
          "username",
          "reason",
          "action",
          "input"
        ],
        "properties": {
          "userId": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "username": {
            "type": "string"
          },
          "reason": {
            "type": "string",
            "enum": [
              "inactive",
              "frozen",
              "never_logged_in",
              "no_login"
            ],
            "description": "Why they may not need it. no_login means not for 90 days"
          },
          "lastLoginAt": {
            "type": "string",
            "format": "date-time"
          },
          "action": {
            "type": "string",
            "description": "What gives the seat back"
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          }
        }
      },
      "RequestSeats": {
        "type": "object",
        "required": [
          "pools",
          "maySeeHolders",
          "mayWait",
          "mayLeave"
        ],
        "properties": {
          "pools": {
            "type": "array",
            "items": {
              "allOf": [
                {
                  "$ref": "#/components/schemas/LicensePool"
                },
                {
                  "type": "object",
                  "required": [
                    "holders"
                  ],
                  "properties": {
                    "holders": {
                      "type": "array",
                      "description": "The first 25 who could give a seat back",
                      "items": {
                        "$ref": "#/components/schemas/SeatHolder"
                      }
                    }
                  }
                }
              ]
            }
          },
          "maySeeHolders": {
            "type": "boolean"
          },
          "mayWait": {
            "type": "boolean"
          },
          "mayLeave": {
            "type": "boolean"
          },
          "queue": {
            "type": "object",
            "required": [
              "position",
              "started",
              "since"
            ],
            "properties": {
              "position": {
                "type": "integer",
                "description": "Counts from 1, among those who wait for the same licence"
              },
              "started": {
                "type": "boolean",
                "description": "It has its turn"
              },
              "since": {
                "type": "string",
                "format": "date-time"
              }
            }
          }
        }
      }
    }
  }
};

export const spec = document as Document;
