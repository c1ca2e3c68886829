// Generated from openapi.json by scripts/openapi.mjs; do not edit.
export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by user name. For the three administrators. */
        get: operations["Accounts_list"];
        put?: never;
        /** Makes an account. System administrator. */
        post: operations["Accounts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Closes or opens an account. System administrator, not for oneself. */
        put: operations["Accounts_setActive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets a password that the next sign-in must replace. System administrator, not for oneself. */
        put: operations["Accounts_resetPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments, past ones too. For the three administrators. */
        get: operations["Appointments_list"];
        put?: never;
        /** Gives somebody a role at a body or over a territory, for a period. Security administrator, not to oneself. */
        post: operations["Appointments_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a role back, now. It stays in the list. Security administrator, not one's own. */
        delete: operations["Appointments_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every log in which something happened in the period, of those over which I am auditor; each as a whole. */
        get: operations["Evidence_periodPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit-packages/size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much that would be. */
        get: operations["Evidence_periodSize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decided what, on whose behalf, in which role, and what became of it: the latest first. */
        get: operations["Searches_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/decisions/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of each kind, and how many of them stand no more. */
        get: operations["Searches_decisionCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long decisions took, by person and role, in the order of names: facts, by which nobody is scored, ranked or marked. */
        get: operations["Searches_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/pace/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decisions that the report counts, with how long each took. */
        get: operations["Searches_paced"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of what was concluded is not public, year by year. */
        get: operations["Searches_years"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/ratio/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of each body in a year, with the year before. */
        get: operations["Searches_bodies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/ratio/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items that were concluded in the versions in force when a year ended. */
        get: operations["Searches_concluded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who audits or administers and was shown evidence, which, and when: for audit administrators, whose own looking is written down as well. */
        get: operations["EvidenceReads_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/withheld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items that are withheld or given on application only, each by the last decision of the period that says so and stands. */
        get: operations["Searches_withheldItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/withheld/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same by legal ground. */
        get: operations["Searches_withheldCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The holidays and moved working days of a year, as they are in force or as an earlier edition had them. */
        get: operations["Calendar_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Enters a year as a new edition; `If-Match` names the one that it replaces, `"0"` when there is none. System administrator. */
        put: operations["Calendar_enter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When something is due, and how that comes about day by day. */
        get: operations["Calendar_deadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Catalogues of the bodies over which one holds a role. */
        get: operations["Catalogues_list"];
        put?: never;
        /** A new catalogue of a body, by one of its compilers. */
        post: operations["Catalogues_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogues/{catalogueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A catalogue and its versions, the latest first, now or at a time of the past. */
        get: operations["Catalogues_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogues/{catalogueId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the first draft. */
        post: operations["Catalogues_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed checkpoints, the newest first: for auditors and audit administrators. */
        get: operations["Checkpoints_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/checkpoints/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hashes that prove the tree of one size to be the beginning of that of another (RFC 6962, 2.1.2). */
        get: operations["Checkpoints_consistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields with all their names, and since when each holds. */
        get: operations["Pilots_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was read and waits for its confirmation: the original's rows, the items they become, and every finding. */
        get: operations["Imports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds the items to the draft, with the repairs that are confirmed; the others stay as open findings. */
        post: operations["Imports_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{importId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the file says with only some of its repairs; nothing is changed by asking. */
        post: operations["Imports_with"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifecycles/{machine}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lifecycle as the machines define it: its states, and every legal step with who may take it. */
        get: operations["Reference_lifecycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Obligations, notices and reports in which it is my turn; beside the worklist of the catalogues. */
        get: operations["MyMatters_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{matterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A matter, what may happen to it next and why not, and how its deadline stands. */
        get: operations["Matters_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{matterId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the chain, replays the events through the machines they name, and compares with what is stored. */
        get: operations["Matters_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{matterId}/audit-package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same of a task, an obligation, a rectification or a report. */
        get: operations["Evidence_matterPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{matterId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acts on the matter: extend, exempt, record as done outside, answer, accept, submit, receive… */
        post: operations["Matters_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{matterId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to it, in the order of its chain. */
        get: operations["Matters_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each body owes, by region and name: the list behind every number. */
        get: operations["Progress_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bodies of a region and below it, by name. */
        get: operations["Organizations_search"];
        put?: never;
        /** Enters a body. System administrator. */
        post: operations["Organizations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The demo accounts that a visitor may sign in as without knowing a password. */
        get: operations["Personas_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pilots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seven pilots, by the codes of their regions. */
        get: operations["Pilots_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that a new catalogue may choose from, in their newest version. */
        get: operations["Reference_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One jurisdiction's rules: columns, required elements, questions, grounds. The version that a catalogue is bound to, or the newest. */
        get: operations["Reference_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roll-up of a region; each number leads to its list. */
        get: operations["Progress_rollUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Body × field, by region and name of the body; each number leads to its list. */
        get: operations["Coverage_matrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/coverage/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published items that a number counts. */
        get: operations["Coverage_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The board's table as a workbook, and on its second sheet the bodies that the filters leave. */
        get: operations["Progress_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many catalogues of a region were confirmed or revised how long ago; each number leads to its list. */
        get: operations["Freshness_rollUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/freshness/catalogues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogues that a number counts, the stalest first. */
        get: operations["Freshness_catalogues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/progress/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it came to be so. */
        get: operations["Progress_trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Purges, the newest first. Audit and security administrator. */
        get: operations["Purge_page"];
        put?: never;
        /** Proposes to purge a text. Audit administrator. */
        post: operations["Purge_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purges/{purgeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A purge, what may happen to it next and why not, and everywhere that its text stands. */
        get: operations["Purge_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purges/{purgeId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms it, by another hand and naming the hash, or takes it back. */
        post: operations["Purge_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purges/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts and words that a version's log names, without what they say. */
        get: operations["Purge_texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices of my territory, and those to my body; my turn first. */
        get: operations["Urging_page"];
        put?: never;
        /** Sends a notice to a body. Leading-group office of a territory that covers it. */
        post: operations["Urging_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications/{rectificationId}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice as a letter, as it was sent (docx). */
        get: operations["Urging_notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications/{rectificationId}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was demanded, every step, the answer and what the office says to it (docx). */
        get: operations["Urging_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications/addressee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A body to which I may send a notice, and in whose name. 404 for any other. */
        get: operations["Urging_addressee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hierarchy, one level at a time. */
        get: operations["Organizations_children"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports of my territory or my body, and those that come up to it. */
        get: operations["Reports_page"];
        put?: never;
        /** Opens the report of a period by hand. Its author: the territory's own office, or the department's people. */
        post: operations["Reports_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as it will be read, and what may happen to it next. */
        get: operations["Reports_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/compose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Composes it from what stands now: numbers anew, words that people wrote as they are. */
        post: operations["Reports_compose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/composition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it would say if it were composed now. Changes nothing. */
        get: operations["Reports_composition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Other words for its title and its sections. */
        put: operations["Reports_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{reportId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a document to be printed. */
        get: operations["Reports_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A random sample that another auditor draws again: the first of the list, in the order of SHA-256(seed, newline, id). */
        get: operations["Samples_draw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I. */
        get: operations["Session_show"];
        put?: never;
        /** Signs in: a new token each time, whatever cookie came along; that one's session ends. */
        post: operations["Session_open"];
        /** Signs out. Also without a session: the cookie is taken back in any case. */
        delete: operations["Session_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address to which I get notifications, and which of them I want. */
        get: operations["Contact_show"];
        /** Sets both; the address is removed with null. Nobody else can. */
        put: operations["Contact_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's own password. Every session of the account ends; this browser gets a new token. */
        put: operations["Session_changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/persona": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in as one of them: with the password that was kept, checked and recorded as any other sign-in is. */
        post: operations["Personas_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the installation still waits for its first administrators. */
        get: operations["Setup_show"];
        put?: never;
        /** Names the first three administrators. Works once; a repetition is answered with 409. */
        post: operations["Setup_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the chain of the installation itself and holds accounts, grants, bodies, catalogues and calendars against it: for the audit administrator. */
        get: operations["Evidence_systemAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the nightly checks of the whole log came to: for the audit administrator. */
        get: operations["Evidence_systemChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of my territory or my body, the newest first. */
        get: operations["Tasks_page"];
        put?: never;
        /** Issues a task: one obligation, or one question, for each body. Leading-group office. */
        post: operations["Tasks_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tasks/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a task would address. Changes nothing. */
        post: operations["Tasks_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version, what may happen to it next and why not, and how far it is. At a moment of the past nothing may happen. */
        get: operations["Versions_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recomputes the chain, replays the events through the machines they name, and compares with what is stored. */
        get: operations["Versions_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/audit-package": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of a version as bytes, with the texts that I may read and a checkpoint's proof: verified offline, by a program of its own. */
        get: operations["Evidence_package"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a content that somebody is typing: what is missing, what its time limit means, what to look at. Changes nothing. */
        post: operations["Versions_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items that differ from another version of the catalogue, field by field. */
        get: operations["Versions_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acts on the version: submit, conclude, approve, publish, revise, take down… */
        post: operations["Versions_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole table in the official layout of the version's profile; an xlsx reads again as the same items. */
        get: operations["Exports_table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to the version and its items, in the order of its chain. */
        get: operations["Versions_past"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a catalogue file for a draft and says what was found, cell by cell. Nothing enters the version yet. */
        post: operations["Imports_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items of a version in their order, now or at a moment of its log; texts that the reader may not see are left out. */
        get: operations["Items_list"];
        put?: never;
        /** A new row in a draft. */
        post: operations["Items_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item with its text, what may happen to it, hints, decisions and the texts before it. At a moment of the past nothing may happen, and nothing is before it. */
        get: operations["Items_one"];
        put?: never;
        post?: never;
        /** Removes an item from a draft; one that was public becomes a removal to be reviewed. */
        delete: operations["Items_remove"];
        options?: never;
        head?: never;
        /** Changes fields of an item: any item of a draft, and a returned one under review. */
        patch: operations["Items_edit"];
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was ever signed for an item, across the versions of its catalogue, on one page that prints and opens without a server. */
        get: operations["Evidence_dossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acts on one item, for exactly the text whose hash is sent. There is no way to act on many (一事一审). */
        post: operations["Items_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}/hints/{hintId}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says, with a reason, why a hint on this very text does not matter. */
        post: operations["Items_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Moves a row of a draft behind another one, or gives it another number. The order is not text: nothing is voided. */
        put: operations["Items_arrange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}/review-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 主动公开信息保密审查审批表 of one item: the questions, opinions and conclusion that were really signed. */
        get: operations["Exports_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/items/{itemId}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of the same version that say nearly the same, with where they differ; the nearest first. */
        get: operations["Items_similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 主动公开事项保密审查台账 of the version, one row an item. */
        get: operations["Exports_register"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The version as it stood after an event or at a time: its state, who held it, and its rows with their texts and decisions, told by the log. */
        get: operations["Replay_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/replay/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two moments: rows that came, went, moved, changed their text or their state. */
        get: operations["Replay_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/replay/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which kinds of events there are, and whose, with their numbers. */
        get: operations["Replay_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/replay/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a citizen was shown of the version then: the public columns of the texts that were signed, without what a bar had hidden. */
        get: operations["Replay_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/replay/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the next events of the version, or of one item, still wanted then: judged by the machine of then on the facts of then. */
        get: operations["Replay_wanted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/versions/{versionId}/replay/ticks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events without their words, for a slider and for jumping to the next of a kind, of a person or of an item. */
        get: operations["Replay_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for me, why, since when and due when; and who holds the versions that I had a hand in. */
        get: operations["Worklist_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All catalogues that are published or were taken down, by region; `q` looks in title, body and region. */
        get: operations["Portal_all[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All catalogues that are published or were taken down, by region; `q` looks in title, body and region. */
        get: operations["Portal_all[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/catalogues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One catalogue as it is in force now. JSON is exactly what was stored when it was published, less what was barred since. */
        get: operations["Portal_catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/catalogues/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What proves that this version was published, and what it said: whoever keeps it can have it verified without us (docs/verification.md). */
        get: operations["Portal_receipt[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/catalogues/{id}/receipt.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What proves that this version was published, and what it said: whoever keeps it can have it verified without us (docs/verification.md). */
        get: operations["Portal_receipt[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/regions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogues of a region and of those below it. */
        get: operations["Portal_region"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of all published catalogues that contain every word of `q`; 100 at most. */
        get: operations["Portal_search[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/search.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of all published catalogues that contain every word of `q`; 100 at most. */
        get: operations["Portal_search[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** @description A closed account opens no session and has no hands. */
            active: boolean;
            /** Format: date-time */
            createdAt: string;
            displayName: string;
            id: string;
            mustChangePassword: boolean;
            username: string;
        };
        AccountActivity: {
            active: boolean;
            id: string;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            nextCursor: string | null;
        };
        ActiveBody: {
            active: boolean;
        };
        AddresseeView: {
            /** @description Somebody holds a role there who can answer. */
            manned: boolean;
            /** @description What of the body's it would be about. */
            obligation: components["schemas"]["ParentReference"] | null;
            /** @description In whose name: the nearest of my territories that covers the body. */
            office: components["schemas"]["RegionReference"];
            /** @description Notices to it that are not ended. */
            open: number;
            organization: components["schemas"]["BodyReference"];
            region: components["schemas"]["RegionReference"];
        };
        AgeCountView: {
            /** @enum {string} */
            age: "inForce" | "never" | "older" | "takenDown" | "unrevised" | "within12Months" | "within6Months";
            count: number;
            href: string;
        };
        Appointment: {
            accountId: string;
            /** Format: date-time */
            endsAt: string | null;
            /** @description Null for those made when the installation began. */
            grantedBy: string | null;
            id: string;
            organizationId: string | null;
            /** @description On whose behalf a deputy (代理) acts. */
            principalId: string | null;
            regionCode: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            revokedBy: string | null;
            /** @enum {string} */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
            /** Format: date-time */
            startsAt: string;
        };
        AppointmentPage: {
            items: components["schemas"]["Appointment"][];
            nextCursor: string | null;
        };
        ArrangeItemDto: {
            /**
             * Format: uuid
             * @description The item behind which the row comes to stand; null for the first place, nothing to leave it where it is.
             */
            after?: string | null;
            /** @description 序号 as the form shows it. */
            number?: string;
        };
        AudienceView: {
            groups?: string[];
            /** @enum {string} */
            kind: "PUBLIC" | "SPECIFIC";
        };
        AuditProblemView: {
            code: string;
            detail: string;
            seq: number | null;
        };
        AuditView: {
            events: number;
            head: string | null;
            problems: components["schemas"]["AuditProblemView"][];
            /** @description What was purged: known by its hash, and no fault. */
            purged?: components["schemas"]["PurgedTextView"][];
            replayMatches: boolean;
            valid: boolean;
        };
        BasisView: {
            clauses: components["schemas"]["ClauseView"][];
            documentNumber?: string;
            effectLevel?: components["schemas"]["EffectLevelView"];
            title: string;
        };
        BeforeView: {
            asOf: string;
            /**
             * @description What was reported then, or what the log tells of that moment.
             * @enum {string}
             */
            from: "log" | "report";
            period: string;
        };
        BlockedView: {
            code: string;
            message: string;
        };
        BodyRatioPage: {
            items: components["schemas"]["BodyRatioView"][];
            nextCursor: string | null;
        };
        BodyRatioView: {
            /** @description The same body at the end of the year before; null where it had nothing in force. */
            before: components["schemas"]["ConclusionsView"] | null;
            /** @description Concluded in the versions in force: to be published, withheld, on application. What was set aside or removed is not. */
            concluded: components["schemas"]["CountedView"];
            nonPublic: components["schemas"]["CountedView"];
            onApplication: components["schemas"]["CountedView"];
            organization: components["schemas"]["BodyReference"];
            public: components["schemas"]["CountedView"];
            withheld: components["schemas"]["CountedView"];
        };
        BodyReference: {
            id: string;
            name: string;
        };
        CalendarDayDto: {
            day: string;
            /**
             * @description `off`: a holiday, though it may be a weekday. `work`: worked, though it is a weekend.
             * @enum {string}
             */
            kind: "off" | "work";
            /** @description The holiday that it is of, or was moved for. */
            name: string;
        };
        CalendarDayView: {
            day: string;
            /** @enum {string} */
            kind: "off" | "work";
            name: string;
        };
        CalendarEditionAnswer: {
            edition: number;
            year: number;
        };
        CalendarEditionView: {
            /** @description Numbered from 1 within the year; the highest is in force. */
            edition: number;
            enteredAt: string;
            /** @description Null for what came with the system. */
            enteredBy: components["schemas"]["CalendarEditorView"] | null;
            source: string;
        };
        CalendarEditorView: {
            displayName: string;
            id: string;
        };
        CalendarYearBody: {
            days: components["schemas"]["CalendarDayDto"][];
            /** @description Where it is from: title and number of the notice. */
            source: string;
        };
        CalendarYearView: {
            /** @description Whether anybody entered the year; otherwise its deadlines are provisional. */
            covered: boolean;
            /** @description Ordered by day. */
            days: components["schemas"]["CalendarDayView"][];
            /** @description Every edition of the year, the newest first. */
            editions: components["schemas"]["CalendarEditionView"][];
            /** @description Whether I may enter a year. */
            mayEnter: boolean;
            /** @description The edition whose days are shown; null when the year has none. */
            shown: components["schemas"]["CalendarEditionView"] | null;
            /** @description Today in Asia/Shanghai. */
            today: string;
            year: number;
            /** @description Every year that was entered. */
            years: number[];
        };
        CatalogueDetail: {
            id: string;
            kind: string;
            mayCompile: boolean;
            organizationId: string;
            organizationName: string;
            profile: string;
            regionCode: string;
            title: string;
            /** @description The latest first. */
            versions: components["schemas"]["VersionSummary"][];
        };
        CataloguePage: {
            items: components["schemas"]["CatalogueSummary"][];
            nextCursor: string | null;
        };
        CatalogueReference: {
            id: string;
            title: string;
        };
        CatalogueSummary: {
            id: string;
            kind: string;
            organizationId: string;
            organizationName: string;
            profile: string;
            regionCode: string;
            title: string;
            /** @description The latest version; null where none was opened. */
            versionId: string | null;
            versionNumber: number | null;
            versionOpenedAt: string | null;
            versionPublishedAt: string | null;
            /** @enum {string|null} */
            versionState: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown" | null;
        };
        CellsView: {
            bodies: components["schemas"]["CountView"];
            done: components["schemas"]["CountView"];
            dueSoon: components["schemas"]["CountView"];
            late: components["schemas"]["CountView"];
            /** @description The earliest deadline of what is not done. */
            nextDue: string | null;
            onTime: components["schemas"]["CountView"];
            overdue: components["schemas"]["CountView"];
            provisional: boolean;
            /** @description Every stage, in the order of the way. */
            stages: components["schemas"]["StageCountView"][];
            workingDaysLeft: number | null;
        };
        ChangedItemView: {
            after: components["schemas"]["SideView"] | null;
            before: components["schemas"]["SideView"] | null;
            /** @description Of a text that changed; null where it did not, or where one of the two is not shown. */
            differences: components["schemas"]["FieldDifferenceView"][] | null;
            id: string;
            /** @description `changed`: it says something else. `moved`: it stands elsewhere among the others. `renumbered`: it bears another number. */
            kinds: ("added" | "changed" | "moved" | "removed" | "renumbered" | "state")[];
        };
        ChangePasswordBody: {
            currentPassword: string;
            newPassword: string;
        };
        ChannelView: {
            /** @enum {string} */
            code: "BROADCAST" | "CONVENIENCE_STATION" | "GAZETTE" | "NEW_MEDIA" | "NOTICE_BOARD" | "ON_SITE" | "OTHER" | "PRESS_HEARING" | "PRINT" | "READING_POINT" | "SERVICE_HALL" | "TARGETED_PUSH" | "WEBSITE";
            note?: string;
        };
        CheckDto: {
            content: {
                [key: string]: unknown;
            };
        };
        ChecklistQuestionView: {
            code: string;
            question: string;
        };
        CheckpointPage: {
            items: components["schemas"]["CheckpointView"][];
            nextCursor: string | null;
        };
        CheckpointView: {
            /** @description When it was kept. ISO 8601. */
            at: string;
            /** @description The signed note (C2SP tlog-checkpoint), with the cosignatures of the witnesses. */
            note: string;
            /** @description How many events of all logs it covers. */
            size: number;
            /** @description The second pair: the signed note over the tree of SM3, by SM2; null where none was asked for. */
            smNote: string | null;
        };
        CheckProblemView: {
            code: string;
            /** @description The first event concerned. */
            seq: number | null;
            /** @description The version, the matter, or the system chain; null where it is about the tree over all logs. */
            stream: string | null;
        };
        CheckView: {
            /** @description Null when something in it is malformed; `problems` says what. */
            content: components["schemas"]["ItemContentView"] | null;
            /** @description The hash that it would have. */
            contentHash: string | null;
            hints: components["schemas"]["HintView"][];
            missing: components["schemas"]["MissingView"][];
            problems: components["schemas"]["FaultView"][];
            timeLimit: components["schemas"]["TimeLimitReading"] | null;
        };
        ChildFreshnessView: {
            /** @description One for each age, in their order. */
            counts: components["schemas"]["AgeCountView"][];
            region: components["schemas"]["RegionLevelView"];
        };
        ChildProgressView: {
            cells: components["schemas"]["CellsView"];
            region: components["schemas"]["RegionLevelView"];
        };
        ClauseView: {
            article?: string;
            text: string;
        };
        ColumnView: {
            /** @description The header above it, where the form has two rows of headers. */
            group?: string;
            /** @description As the form writes it. */
            header: string;
            /** @enum {string} */
            key: "audiencePublic" | "audienceSpecific" | "bases" | "category" | "channels" | "clauses" | "disclosingBodies" | "duty" | "effectLevel" | "elements" | "field" | "level1" | "level2" | "level3" | "level4" | "method" | "ordinal" | "phases" | "publicityLevels" | "responsibleOffice" | "timeLimit";
            optional?: boolean;
            order: number;
            /**
             * @description P: public. I: 内部掌握, held internally.
             * @enum {string}
             */
            visibility: "I" | "P";
        };
        ComposeDto: {
            /** @description Sections whose words, although somebody wrote them, give way to what the numbers say. */
            replace?: string[];
        };
        CompositionView: {
            asOf: string;
            before: components["schemas"]["BeforeView"];
            figures: components["schemas"]["FigureChangeView"][];
            texts: components["schemas"]["TextChangeView"][];
        };
        ConcludedItemPage: {
            items: components["schemas"]["ConcludedItemView"][];
            nextCursor: string | null;
        };
        ConcludedItemView: {
            /** @enum {string} */
            conclusion: "onApplication" | "public" | "withheld";
            /** @description The API's address of the version as it was when it became public. */
            href: string;
            item: components["schemas"]["DecidedItemView"];
            organization: components["schemas"]["BodyReference"];
            publishedAt: string;
            version: components["schemas"]["DecidedVersionView"];
        };
        ConclusionsView: {
            /** @description Concluded in the versions in force: to be published, withheld, on application. What was set aside or removed is not. */
            concluded: components["schemas"]["CountedView"];
            nonPublic: components["schemas"]["CountedView"];
            onApplication: components["schemas"]["CountedView"];
            public: components["schemas"]["CountedView"];
            withheld: components["schemas"]["CountedView"];
        };
        ConfirmImportDto: {
            repairs: "all" | string[];
        };
        ConsistencyView: {
            first: number;
            /** @description Hashes in base64 (RFC 6962, 2.1.2). */
            proof: string[];
            second: number;
        };
        ContactBody: {
            /** @description A bare address; null for none. */
            email: string | null;
            wishes?: components["schemas"]["WishesBody"];
        };
        ContactView: {
            email: string | null;
            mail: boolean;
            wishes: components["schemas"]["WishesView"];
        };
        CountedView: {
            count: number;
            href: string;
        };
        CountView: {
            count: number;
            href: string;
        };
        CoverageRow: {
            /** @description One for each column, in their order. */
            counts: components["schemas"]["FieldCountView"][];
            /** @description How many of the 26 fields it covers. */
            covered: number;
            items: components["schemas"]["CountView"];
            organization: components["schemas"]["BodyReference"];
            /** @description One of the national pilots, or a body in one. */
            pilot: boolean;
            region: components["schemas"]["RegionReference"];
        };
        CoverageTotalView: {
            counts: components["schemas"]["FieldCountView"][];
            covered: number;
            items: components["schemas"]["CountView"];
        };
        CoverageView: {
            bodies: number;
            fields: components["schemas"]["FieldHeadView"][];
            items: components["schemas"]["CoverageRow"][];
            nextCursor: string | null;
            region: components["schemas"]["RegionLevelView"];
            territories: components["schemas"]["RegionReference"][];
            /** @description With the first page only. */
            total: components["schemas"]["CoverageTotalView"] | null;
        };
        CoveredItemPage: {
            items: components["schemas"]["CoveredItemView"][];
            nextCursor: string | null;
            /** @description How many there are on all pages; with the first page only. */
            total: number | null;
        };
        CoveredItemView: {
            catalogue: components["schemas"]["CatalogueReference"];
            /** @description As the catalogue writes it. */
            field: string | null;
            id: string;
            organization: components["schemas"]["BodyReference"];
            path: string[];
            region: components["schemas"]["RegionReference"];
        };
        CreateCatalogueDto: {
            kind?: string;
            /** Format: uuid */
            organizationId: string;
            profile: string;
            title: string;
        };
        CreateItemDto: {
            /**
             * Format: uuid
             * @description The item behind which the new row comes to stand; null for the first place, nothing for the last.
             */
            after?: string | null;
            content: {
                [key: string]: unknown;
            };
            /** @description 序号 as the form shows it. */
            number?: string;
        };
        DeadlineSourceView: {
            /** @description Null when the year was not entered. */
            source: string | null;
            year: number;
        };
        DeadlineStandView: {
            /** @description The day on which it was done, and whether that was in time. */
            doneOn: string | null;
            dueOn: string;
            onTime: boolean | null;
            /** @description Counted over a year whose calendar nobody entered. */
            provisional: boolean;
            rule: components["schemas"]["DueRuleView"];
            /** @description Working days after today up to and with the deadline; below zero once it has passed. Null once it is done. */
            workingDaysLeft: number | null;
        };
        DeadlineStepView: {
            /** @description Its year was not entered: only weekends are known. */
            assumed?: boolean;
            counts: boolean;
            day: string;
            name?: string;
            ordinal?: number;
            /** @enum {string} */
            why: "holiday" | "moved" | "weekend" | "working";
        };
        DeadlineView: {
            dueOn: string;
            provisional: boolean;
            /** @description What was known of the years that were counted over. */
            sources: components["schemas"]["DeadlineSourceView"][];
            /** @description Every day from the one after the first to the deadline; none for a fixed date. */
            steps: components["schemas"]["DeadlineStepView"][];
            today: string;
            /** @description A fixed date that is no working day: it does not move. */
            warning: components["schemas"]["FixedDateWarningView"] | null;
            /** @description Working days after today up to and with the deadline; below zero once it has passed. */
            workingDaysLeft: number;
        };
        DecidedItemView: {
            id: string;
            /** @description What the text that was decided on calls it; null where that is sealed today, or purged. */
            path: string[] | null;
        };
        DecidedVersionView: {
            id: string;
            number: number;
            title: string;
        };
        DecisionCountsView: {
            /** @description Those that there are, the most frequent first. */
            kinds: components["schemas"]["KindCountView"][];
            total: components["schemas"]["CountedView"];
            voided: components["schemas"]["CountedView"];
        };
        DecisionRowPage: {
            items: components["schemas"]["DecisionRowView"][];
            nextCursor: string | null;
        };
        DecisionRowView: {
            actor: components["schemas"]["PersonReference"];
            at: string;
            ground: components["schemas"]["GroundReference"] | null;
            held: components["schemas"]["HeldView"] | null;
            /** @description The API's address of the version as it was after it. */
            href: string;
            /** @description Null for what was decided on a whole version. */
            item: components["schemas"]["DecidedItemView"] | null;
            /** @enum {string} */
            kind: "acceptRisk" | "approve" | "clear" | "concludeConfidentialityReview" | "concludeRiskAssessment" | "defer" | "determine" | "discloseOnApplication" | "endorse" | "refer" | "rejectRisk" | "requireMitigation" | "requireRedaction" | "return" | "setAside" | "suspendItem" | "takeDown" | "withhold";
            level: string | null;
            /** @description The principal of a deputy. */
            onBehalfOf: components["schemas"]["PersonReference"] | null;
            organization: components["schemas"]["BodyReference"];
            /** @description The state to which it led; null where it changed none. */
            outcome: string | null;
            role: string;
            seq: number;
            version: components["schemas"]["DecidedVersionView"];
            voided: components["schemas"]["VoidedView"] | null;
        };
        DecisionView: {
            assess: boolean;
            at: string;
            contentHash: string;
            decider: components["schemas"]["PersonReference"] | null;
            documentNumber: string | null;
            ground: string | null;
            /** @enum {string|null} */
            level: "HIGH" | "LOW" | "MEDIUM" | null;
            onBehalfOf: string | null;
            /** @enum {string|null} */
            outcome: "open" | "withhold" | null;
            /** @enum {string|null} */
            predecessor: "drop" | "keep" | null;
            /** @description Its words were purged. */
            purged: boolean;
            restsOn: number | null;
            reviewOn: string | null;
            seq: number;
            /** @enum {string} */
            step: "assessment" | "carryOver" | "endorsement" | "review";
            type: string;
            voided: boolean;
            words: components["schemas"]["DecisionWords"] | null;
        };
        DecisionWords: {
            checklist?: {
                [key: string]: "no" | "yes";
            };
            dimensions?: {
                [key: string]: unknown;
            };
            fields?: string[];
            measures?: string | string[];
            opinion?: string;
            /** @description Of a version's `return`. */
            points?: components["schemas"]["ReturnPoint"][];
            proposal?: {
                [key: string]: unknown;
            };
            reason?: string;
            reply?: string;
        };
        DeputyOf: {
            displayName: string;
            id: string;
        };
        DiffView: {
            against: string;
            items: components["schemas"]["ItemDifference"][];
            versionId: string;
        };
        Disappearance: {
            itemId: string;
            /** @description Null where one may not read texts. */
            path: string[] | null;
            removal: boolean;
            /**
             * @description Null where the item is not in this version at all.
             * @enum {string|null}
             */
            state: "awaitingEndorsement" | "awaitingReview" | "cleared" | "deferred" | "drafting" | "onApplication" | "referred" | "releasable" | "returned" | "setAside" | "withheld" | null;
        };
        DisclosingBodyView: {
            lead?: boolean;
            organizationId?: string;
            text: string;
        };
        DismissHintDto: {
            reason?: string;
        };
        DraftFindingsView: {
            /** @description Personal-data hits that nobody acknowledged. */
            hits: number;
            /** @description Items that lack an element, or have a time limit that nobody has read. */
            incomplete: number;
            /** @description Repairs of the import that nobody confirmed. */
            repairs: number;
            /** @description Returned items that were neither changed nor answered. */
            returned: number;
        };
        DrawnView: {
            actor: string | null;
            at: string | null;
            id: string;
            itemId: string;
            /** @description The hash by which it was put in its place. */
            key: string;
            /** @description What the item is called; null where its text is sealed or gone. */
            path: string[] | null;
            rank: number;
            /** @description Of a decision. */
            seq: number | null;
            title: string;
            type: string | null;
            version: number;
            versionId: string;
        };
        DueRuleView: {
            days?: number;
            /** @description Of working days: the day that they are counted from, and how many. */
            from?: string;
            /** @enum {string} */
            kind: "FIXED" | "WORKDAYS_AFTER";
        };
        EarlierText: {
            content: components["schemas"]["ItemContentView"];
            contentHash: string;
            differences: components["schemas"]["FieldDifferenceView"][];
            /** @description The decision, where this is the text last signed. */
            type?: string;
            versionId: string;
        };
        EditItemDto: {
            content: {
                [key: string]: unknown;
            };
            contentHash?: string;
        };
        EffectLevelView: {
            /** @enum {string} */
            code: "ADMIN_REGULATION" | "CENTRAL_DOC" | "DEPT_RULE" | "LAW" | "LOCAL_GOV_RULE" | "LOCAL_NORMATIVE" | "LOCAL_REGULATION" | "MINISTRY_DOC" | "OTHER" | "STATE_COUNCIL_DOC";
            raw: string;
        };
        EscalatedView: {
            count: number;
            id: string;
            number: string;
            region: string;
            title: string;
        };
        EventActorView: {
            count: number;
            displayName: string;
            id: string;
        };
        EventAnswer: {
            contentHash?: string;
            etag: string;
            /** @description The new version, after `revise`. */
            id?: string;
            itemId?: string;
            number?: number;
            seq: number;
            state: string;
            versionId?: string;
        };
        EventKindView: {
            count: number;
            type: string;
        };
        EventThenView: {
            /** @description Everything but the question who may do it was satisfied. */
            met: boolean;
            requirements: components["schemas"]["RequirementView"][];
            type: string;
        };
        EvidenceReadPage: {
            items: components["schemas"]["EvidenceReadView"][];
            nextCursor: string | null;
        };
        EvidenceReadView: {
            actor: components["schemas"]["PersonReference"];
            at: string;
            log: components["schemas"]["ReadLogView"] | null;
            /** @description What they asked for, as the address said it; null where the log says enough, or the words were destroyed. */
            query: string | null;
            /** @description Those that they held then: of an auditor or an administrator. */
            roles: string[];
            /** @description Of the entry in the system's chain. */
            seq: number;
            /** @enum {string} */
            what: "checkpoints" | "dossier" | "history" | "package" | "reads" | "replay" | "sample" | "search" | "verification";
        };
        ExportedItemView: {
            /** @description Null where the text is sealed or not the reader's; in the public's file the allowed fields only. */
            content: {
                [key: string]: unknown;
            } | null;
            /** @description Not in the public's file. */
            contentHash?: string;
            id: string;
            /** @description 序号; in the public's file they run on. */
            number: string;
            /** @description Its bytes were purged; the hash stays. */
            purged?: boolean;
            /** @description Why the item leaves the catalogue, where it does. */
            removal?: {
                [key: string]: unknown;
            };
            /** @description Not in the public's file. */
            state?: string;
        };
        ExportedVersionView: {
            id: string;
            items: components["schemas"]["ExportedItemView"][];
            organization: string;
            state: string;
            title: string;
            version: number;
        };
        FaultView: {
            code: string;
            /** @description As in `bases[0].clauses[2].text`; empty for the whole. */
            field: string;
            message: string;
        };
        FieldCountView: {
            count: number;
            field: string;
            href: string;
        };
        FieldDifferenceView: {
            after: unknown;
            before: unknown;
            field: string;
            spans?: components["schemas"]["TextSpanView"][];
        };
        FieldHeadView: {
            /** @description The code of a pilot field; `other`: a field that is none of the 26, `none`: no field. */
            code: string;
            /** @description What it is called today, in the reader's language. */
            name: string;
        };
        FieldHistoryView: {
            /** @description Every other spelling of any time that is understood as this field; compared without spaces and the word 领域. */
            aliases: string[];
            code: string;
            /** @description Its earlier names. */
            earlier: string[];
            /** @description Its name today, as a catalogue writes it. */
            label: string;
            /** @description The earliest first. */
            labels: components["schemas"]["FieldLabelView"][];
            /** @description The same in the reader's language. */
            name: string;
        };
        FieldLabelView: {
            en: string;
            /** @description The first day on which it was called so; null: from the beginning. */
            from: string | null;
            /** @description Where the name comes from. */
            source: string;
            zh: string;
        };
        FieldList: {
            items: components["schemas"]["FieldHistoryView"][];
            /** @description The notice that speaks of them. */
            source: components["schemas"]["NoticeView"];
        };
        FieldView: {
            /** @description Every other spelling of any time that is understood as this field; compared without spaces and the word 领域. */
            aliases: string[];
            code: string;
            /** @description Its earlier names. */
            earlier: string[];
            /** @description Its name today, as a catalogue writes it. */
            label: string;
            /** @description The same in the reader's language. */
            name: string;
        };
        FigureChangeView: {
            key: string;
            label: string;
            now: number;
            section: string;
            unit: string;
            /** @description Null where the report does not say it yet. */
            was: number | null;
        };
        FigureView: {
            before?: number;
            /** @description The list that it counts, as it was at that moment; null where there is none to look at. */
            href: string | null;
            key: string;
            label: string;
            unit: string;
            value: number;
        };
        FindingsView: {
            /** @description Ids of the personal-data hints. */
            hits: string[];
            missing: string[];
            openRepairs: components["schemas"]["OpenRepairView"][];
            timeLimitUnread: boolean;
        };
        FindingView: {
            /** @enum {string} */
            code: "audience.both" | "audience.groupMissing" | "bases.articleMissing" | "bases.decreeNumber" | "bases.noBookMarks" | "bases.ordinals" | "bases.reportArticle" | "bases.trailingMark" | "cell.hidden" | "channels.otherWithoutNote" | "channels.unknown" | "clauses.unaligned" | "column.absent" | "column.unknown" | "effectLevel.unaligned" | "effectLevel.unknown" | "item.duplicate" | "missing.audience" | "missing.bases" | "missing.category" | "missing.channels" | "missing.clauses" | "missing.disclosingBodies" | "missing.duty" | "missing.effectLevel" | "missing.elements" | "missing.field" | "missing.method" | "missing.path" | "missing.phases" | "missing.publicityLevels" | "missing.responsibleOffice" | "missing.timeLimit" | "path.gap" | "repair.contentFromLevel" | "repair.fourthLevel" | "repair.lostBlank" | "repair.rightShift" | "responsibleOffice.blank" | "row.header" | "row.remark" | "text.invisible" | "timeLimit.beyondStatute" | "timeLimit.resultOfAnother" | "timeLimit.unread" | "unreadable.audience" | "unreadable.bases" | "unreadable.category" | "unreadable.channels" | "unreadable.clauses" | "unreadable.disclosingBodies" | "unreadable.duty" | "unreadable.effectLevel" | "unreadable.elements" | "unreadable.field" | "unreadable.method" | "unreadable.path" | "unreadable.phases" | "unreadable.publicityLevels" | "unreadable.responsibleOffice" | "unreadable.timeLimit";
            /** @description From 1; null where the whole row or form is meant. */
            column: number | null;
            /** @description The same in every reading of the same file. */
            id: string;
            itemKey: string | null;
            /** @enum {string} */
            kind: "lint" | "missing" | "repair";
            message: string;
            /** @description A change that the reading made and that somebody must confirm. */
            repair?: components["schemas"]["RepairView"];
            /** @description From 1, as the source file shows it. */
            row: number;
            /** @enum {string} */
            severity: "error" | "info" | "warning";
            /** @description Which of the tables, from 0. */
            table: number;
        };
        FirstAdministrator: {
            displayName: string;
            password: string;
            username: string;
        };
        FixedDateWarningView: {
            lastWorkingDay: string;
            name?: string;
            /** @enum {string} */
            why: "holiday" | "weekend";
        };
        FreshCataloguePage: {
            items: components["schemas"]["FreshCatalogueView"][];
            nextCursor: string | null;
            /** @description How many there are on all pages; with the first page only, and not for a search that fills more than one. */
            total: number | null;
        };
        FreshCatalogueView: {
            /** @enum {string} */
            age: "never" | "older" | "takenDown" | "within12Months" | "within6Months";
            catalogue: components["schemas"]["CatalogueReference"];
            /** @description How many of them were signed for in this version; the others were kept. */
            confirmed: number;
            /** @description The last signature that a shown text rests on. */
            confirmedAt: string | null;
            /** @description How many items it shows. */
            items: number;
            /** @description The version that was published last; null: none ever was. */
            number: number | null;
            organization: components["schemas"]["BodyReference"];
            /** @description Its public page; null where nothing is public. */
            publicPage: string | null;
            publishedAt: string | null;
            /** @description When the last version was published in which somebody confirmed or revised a text; null where nothing is in force. */
            refreshedAt: string | null;
            region: components["schemas"]["RegionReference"];
            /** @description Nobody did since it first appeared. */
            unrevised: boolean;
        };
        FreshnessView: {
            children: components["schemas"]["ChildFreshnessView"][];
            /** @description The bodies of the region itself. */
            own: components["schemas"]["AgeCountView"][];
            region: components["schemas"]["RegionLevelView"];
            territories: components["schemas"]["RegionReference"][];
            /** @description The day that ages are counted from, in Asia/Shanghai. */
            today: string;
            total: components["schemas"]["AgeCountView"][];
        };
        GroundCountView: {
            count: number;
            /** @description Null: withheld by a determination. */
            ground: components["schemas"]["GroundReference"] | null;
            href: string;
            /** @enum {string} */
            kind: "determine" | "discloseOnApplication" | "rejectRisk" | "withhold";
        };
        GroundReference: {
            code: string;
            /** @description The citation and what it says. */
            title: string;
        };
        GroundView: {
            citation: string;
            code: string;
            /** @description The events that may name it. */
            events: ("discloseOnApplication" | "rejectRisk" | "withhold")[];
            /** @description The citation and what it says. */
            title: string;
        };
        HeldAppointmentView: {
            endsAt: string | null;
            id: string;
            onBehalfOf: components["schemas"]["DeputyOf"] | null;
            organizationId: string | null;
            organizationName: string | null;
            regionCode: string | null;
            regionName: string | null;
            /** @enum {string} */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
        };
        HeldView: {
            endsAt: string | null;
            id: string;
            /** @description The body or the region. */
            scope: string;
            startsAt: string;
        };
        HintView: {
            code: string;
            column?: number;
            /** @description Sides that have dismissed it for this text: compiler, officer. */
            dismissedBy: string[];
            end?: number;
            excerpt?: string;
            field?: string;
            fields?: string[];
            id: string;
            /** @enum {string} */
            kind: "advice" | "personalData" | "repair";
            message: string;
            row?: number;
            start?: number;
            suggestion?: string;
        };
        HistoryEvent: {
            actor: components["schemas"]["PersonReference"] | null;
            at: string;
            contentHash: string | null;
            from: string | null;
            hash: string;
            itemId?: string;
            machine: string | null;
            onBehalfOf: string | null;
            prev: string;
            /** @description Whom `onBehalfOf` names. */
            principal: components["schemas"]["PersonReference"] | null;
            /** @description The words or the text that the event names were purged: of them there is the hash only. */
            purged?: ("text" | "words")[];
            reason?: string;
            roles: string[];
            seq: number;
            to: string | null;
            type: string;
            words?: components["schemas"]["DecisionWords"];
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEvent"][];
            nextCursor: string | null;
        };
        HolderView: {
            people: components["schemas"]["PersonView"][];
            /** @enum {string} */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "coveringOffice" | "departmentLeader" | "givingOffice" | "leadingGroupOffice" | "ownOffice" | "riskAssessor" | "securityAdministrator" | "system" | "systemAdministrator";
        };
        HoldingView: {
            /** @description On how many items; null: on the version as a whole. */
            items: number | null;
            persons: components["schemas"]["PersonReference"][];
            /** @enum {string} */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
        };
        IdAnswer: {
            id: string;
        };
        ImportResultView: {
            etag: string;
            id: string;
            itemIds: string[];
            /** @description How many items were added. */
            items: number;
            /** @description What somebody must still settle before the version can be submitted. */
            openFindings: components["schemas"]["FindingView"][];
            seq: number;
            state: string;
            versionId: string;
        };
        ImportView: {
            confirmed: boolean;
            fileName: string;
            findings: components["schemas"]["FindingView"][];
            /** @enum {string|null} */
            format: "docx" | "html" | "text" | "xls" | "xlsx" | null;
            id: string;
            /** @description How many items were read. */
            items: number;
            preview: components["schemas"]["SourceTableView"][];
            /** Format: date-time */
            readAt: string;
            understood: components["schemas"]["UnderstoodItemView"][];
            versionId: string;
        };
        ItemContentView: {
            audience: components["schemas"]["AudienceView"] | null;
            bases: components["schemas"]["BasisView"][];
            /** @enum {string|null} */
            category: "OTHER" | "STATUTORY" | null;
            channels: components["schemas"]["ChannelView"][];
            disclosingBodies: components["schemas"]["DisclosingBodyView"][];
            duty?: string;
            elements: string[];
            field?: string;
            /** @enum {string|null} */
            method: "ON_APPLICATION" | "PROACTIVE" | null;
            path: string[];
            phases?: ("DECISION" | "EXECUTION" | "MANAGEMENT" | "RESULT" | "SERVICE")[];
            publicityLevels?: ("COUNTY" | "TOWNSHIP" | "VILLAGE")[];
            responsibleOffice?: string;
            timeLimit: components["schemas"]["TimeLimitView"] | null;
        };
        ItemDifference: {
            /** @enum {string} */
            change: "added" | "changed" | "hidden" | "purged" | "removed";
            content?: components["schemas"]["ItemContentView"];
            fields: components["schemas"]["FieldDifferenceView"][];
            itemId: string;
        };
        ItemEventDto: {
            assess?: boolean;
            /** @description A hazard question's code → the answer. */
            checklist?: {
                [key: string]: "no" | "yes";
            };
            contentHash?: string;
            /** @description Dimension → likelihood × impact, 1 to 5 each; or a list of them. */
            dimensions?: unknown;
            documentNumber?: string;
            fields?: string[];
            ground?: string;
            /** @enum {string} */
            level?: "HIGH" | "LOW" | "MEDIUM";
            measures?: string | string[];
            opinion?: string;
            /** @enum {string} */
            outcome?: "open" | "withhold";
            /** @enum {string} */
            predecessor?: "drop" | "keep";
            /** @description Of `requireRedaction`: the wording that the officer proposes, in the shape of a PATCH's content. */
            proposal?: {
                [key: string]: unknown;
            };
            reason?: string;
            reply?: string;
            reviewOn?: string;
            /** @enum {string} */
            type: "acceptRisk" | "amend" | "carryOver" | "clear" | "defer" | "determine" | "discloseOnApplication" | "endorse" | "enterReview" | "refer" | "rejectRisk" | "reopen" | "requireMitigation" | "requireRedaction" | "resume" | "return" | "setAside" | "textBarred" | "withhold";
        };
        ItemMarks: {
            advice: number;
            /**
             * @description Against the text that was published last.
             * @enum {string}
             */
            change: "changed" | "new" | "removed" | "same";
            decidedAt: string | null;
            decidedBy: string | null;
            /** @description The latest decision that stands, or null. */
            decision: string | null;
            /** @description Its legal ground, where it has one. */
            ground: string | null;
            /** @description Personal-data hits that neither side has dismissed. */
            hits: number;
            /** @description Required elements that are missing; an unread time limit counts as one. */
            missing: number;
            needsAssessment: boolean;
            /** @description Personal-data hits that no officer has acknowledged: each must be before `clear`, whatever the compiler said of it. */
            officerHits: number;
            openRepairs: number;
            /** @description Its reason or opinion. */
            reason: string | null;
            /**
             * @description The level of the standing acceptance.
             * @enum {string|null}
             */
            risk: "HIGH" | "LOW" | "MEDIUM" | null;
            /** @description Decisions of this version that no longer stand. */
            voided: number;
        };
        ItemPage: {
            items: components["schemas"]["ItemSummary"][];
            nextCursor: string | null;
        };
        ItemSummary: {
            /** @description Null where the text may not be read. */
            content: components["schemas"]["ItemContentView"] | null;
            contentHash: string;
            findings: components["schemas"]["FindingsView"] | null;
            id: string;
            marks: components["schemas"]["ItemMarks"] | null;
            number: string;
            /** @description Order in the version: for sorting, not for showing. */
            position: number;
            /** @description Its bytes were purged by two hands: nobody reads it any more, the hash stays. */
            purged: boolean;
            removal: components["schemas"]["RemovalView"] | null;
            sealed: boolean;
            /** @enum {string} */
            state: "awaitingEndorsement" | "awaitingReview" | "cleared" | "deferred" | "drafting" | "onApplication" | "referred" | "releasable" | "returned" | "setAside" | "withheld";
        };
        ItemView: {
            /** @description Null where the text may not be read. */
            content: components["schemas"]["ItemContentView"] | null;
            contentHash: string;
            decisions: components["schemas"]["DecisionView"][];
            events: components["schemas"]["Offer"][];
            findings: components["schemas"]["FindingsView"] | null;
            hints: components["schemas"]["HintView"][];
            id: string;
            marks: components["schemas"]["ItemMarks"] | null;
            number: string;
            /** @description Order in the version: for sorting, not for showing. */
            position: number;
            previous: components["schemas"]["PreviousTexts"];
            proposal: components["schemas"]["ProposalView"] | null;
            /** @description Its bytes were purged by two hands: nobody reads it any more, the hash stays. */
            purged: boolean;
            removal: components["schemas"]["RemovalView"] | null;
            sealed: boolean;
            /** @description The raw cells that the item was read from. */
            source: {
                [key: string]: unknown;
            } | null;
            standing: components["schemas"]["StandingView"];
            /** @enum {string} */
            state: "awaitingEndorsement" | "awaitingReview" | "cleared" | "deferred" | "drafting" | "onApplication" | "referred" | "releasable" | "returned" | "setAside" | "withheld";
        };
        KindCountView: {
            count: number;
            href: string;
            /** @enum {string} */
            kind: "acceptRisk" | "approve" | "clear" | "concludeConfidentialityReview" | "concludeRiskAssessment" | "defer" | "determine" | "discloseOnApplication" | "endorse" | "refer" | "rejectRisk" | "requireMitigation" | "requireRedaction" | "return" | "setAside" | "suspendItem" | "takeDown" | "withhold";
            /** @description How many of them stand no more. */
            voided: components["schemas"]["CountedView"];
        };
        LabelledCode: {
            code: string;
            label: string;
        };
        LifecycleView: {
            /** @enum {string} */
            machine: "catalogueVersion" | "compilationTask" | "itemReview" | "obligation" | "progressReport" | "purge" | "rectification";
            states: string[];
            transitions: components["schemas"]["TransitionView"][];
            version: string;
        };
        LogEndView: {
            at: string;
            seq: number;
        };
        MatterEventDto: {
            address?: string;
            /** @description Of `recordOutside`: the day, the public address, and what proves it. */
            doneOn?: string;
            /** @description Of `extend`: the new deadline. */
            dueOn?: string;
            evidence?: string;
            opinion?: string;
            reason?: string;
            /** @description Of `answer`. */
            text?: string;
            /** @enum {string} */
            type: "accept" | "answer" | "cancel" | "close" | "compose" | "edit" | "escalate" | "exempt" | "extend" | "fallOverdue" | "fulfil" | "issue" | "lapse" | "open" | "recall" | "receive" | "recompute" | "recordOutside" | "reinstate" | "remind" | "return" | "submit" | "withdraw";
        };
        MatterEventView: {
            /** @description Null where the clock took the step. */
            actor: components["schemas"]["PersonReference"] | null;
            at: string;
            before?: string;
            contentHash?: string;
            doneOn?: string | null;
            /** @description The deadline that the step set, and the one before. */
            dueOn?: string;
            from: string | null;
            hash: string;
            onBehalfOf: components["schemas"]["PersonReference"] | null;
            roles: string[];
            /** @description How the deadline that it set came about. */
            rule?: components["schemas"]["DueRuleView"];
            seq: number;
            to: string | null;
            type: string;
            words?: components["schemas"]["MatterWords"];
        };
        MatterHistoryPage: {
            items: components["schemas"]["MatterEventView"][];
            nextCursor: string | null;
        };
        MatterTextView: {
            requirements?: string[];
            text?: string;
        };
        MatterView: {
            deadline: components["schemas"]["DeadlineStandView"] | null;
            events: components["schemas"]["Offer"][];
            id: string;
            /** @enum {string} */
            machine: "compilationTask" | "obligation" | "progressReport" | "rectification";
            number: string;
            /** @description The territory whose office gave it, or to whose office it goes. */
            office: components["schemas"]["RegionReference"];
            openedAt: string;
            organization: components["schemas"]["BodyReference"] | null;
            parent: components["schemas"]["ParentReference"] | null;
            period: string | null;
            purpose: string;
            region: components["schemas"]["RegionReference"];
            /** @description My roles and capacities over it. */
            roles: string[];
            /** @description The log's position, as in the `ETag`. */
            seq: number;
            /** @description Publications from this day on fulfil it. */
            since: string | null;
            state: string;
            text: components["schemas"]["MatterTextView"];
            title: string;
        };
        MatterWords: {
            address?: string;
            evidence?: string;
            opinion?: string;
            reason?: string;
            text?: string;
        };
        MissingView: {
            /** @description The element that is missing, or the detail without which it says nothing. */
            element: string;
            message: string;
        };
        MyMattersView: {
            escalated: components["schemas"]["EscalatedView"][];
            items: components["schemas"]["MyMatterView"][];
            /** @description There are more, whose deadlines are later. */
            more: boolean;
        };
        MyMatterView: {
            dueOn: string;
            id: string;
            /** @enum {string} */
            machine: "obligation" | "progressReport" | "rectification";
            number: string;
            organization: components["schemas"]["BodyReference"] | null;
            period: string | null;
            provisional: boolean;
            purpose: string;
            region: components["schemas"]["RegionReference"];
            /** @description The role or capacity in which it is my turn. */
            role: string;
            since: string;
            state: string;
            title: string;
            workingDaysLeft: number;
        };
        NewAccountBody: {
            displayName: string;
            /** @description For the first sign-in only, which must replace it. */
            password: string;
            username: string;
        };
        NewAppointmentBody: {
            accountId: string;
            /** @description Until revoked, when it is left out. */
            endsAt?: string;
            organizationId?: string;
            /** @description Whom the deputy stands in for. */
            principalId?: string;
            regionCode?: string;
            /** @enum {string} */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
            /** @description Now, when it is left out. */
            startsAt?: string;
        };
        NewOrganizationBody: {
            /** @enum {string} */
            kind: "department" | "government" | "institution" | "leadingGroupOffice";
            name: string;
            regionCode: string;
        };
        NewPurgeDto: {
            contentHash: string;
            /** @enum {string} */
            ground?: "BUSINESS_SECRET" | "PERSONAL_DATA" | "STATE_SECRET" | "WORK_SECRET";
            /** @description The provision that demands it, as a department cites it. */
            legalBasis?: string;
            reason?: string;
            /** Format: uuid */
            versionId: string;
        };
        NewRectificationDto: {
            dueOn?: string;
            /** @description 文号 */
            number?: string;
            /**
             * Format: uuid
             * @description What of the body's it is about.
             */
            obligationId?: string;
            /** Format: uuid */
            organizationId: string;
            /**
             * @description Questions about a guideline are asked of many bodies at once, by a task.
             * @enum {string}
             */
            purpose: "rectification";
            requirements?: string[];
            text: string;
            title: string;
            /** @description Counted from today. */
            workingDays?: number;
        };
        NewReportDto: {
            /** Format: uuid */
            organizationId?: string;
            period: string;
            /** @enum {string} */
            purpose: "annualDisclosure" | "annualProgress" | "quarterlyProgress";
            regionCode?: string;
        };
        NewTaskDto: {
            /** @description Bodies that it leaves out. */
            except?: string[];
            groups: components["schemas"]["TaskGroupDto"][];
            /** @description 文号 of the notice. */
            number: string;
            /** @enum {string} */
            purpose: "publishCatalogue" | "suggestUpdate";
            /** @description The territory whose office issues it; the bodies lie in it or below. */
            regionCode: string;
            requirements?: string[];
            /** @description Publications from this day on fulfil it; today when absent. */
            since?: string;
            text: string;
            title: string;
        };
        NoticeHolderView: {
            people: string[];
            role: string;
        };
        NoticeView: {
            documentNumber?: string;
            issuer: string;
            notice: string;
        };
        ObligationPage: {
            items: components["schemas"]["ObligationRow"][];
            nextCursor: string | null;
            region: components["schemas"]["RegionReference"];
            /** @description The task that was asked for, where the region has something under it. */
            task: components["schemas"]["TaskReference"] | null;
            /** @description How many there are on all pages. */
            total: number;
        };
        ObligationRow: {
            doneOn: string | null;
            dueOn: string;
            dueSoon: boolean;
            /** @description Who holds it now; null once it is done, and for a moment of the past. */
            holder: components["schemas"]["HolderView"] | null;
            id: string;
            onTime: boolean | null;
            organization: components["schemas"]["BodyReference"];
            overdue: boolean;
            provisional: boolean;
            region: components["schemas"]["RegionReference"];
            /** @enum {string} */
            stage: "confidentialityReview" | "departmentApproval" | "doneOutside" | "draft" | "exempted" | "fulfilled" | "notStarted" | "riskAssessment" | "scheduled";
            state: string;
            task: components["schemas"]["TaskReference"];
            /** @description The version that is under way. */
            versionId: string | null;
            /** @description Null once it is done. */
            workingDaysLeft: number | null;
        };
        Offer: {
            allowed: boolean;
            /** @description The profile's hazard questions, where the event must answer them. */
            checklist?: components["schemas"]["ChecklistQuestionView"][];
            requirements: components["schemas"]["RequirementView"][];
            type: string;
        };
        OpenRepairView: {
            code: string;
            column?: number;
            fields: string[];
            id: string;
            row?: number;
        };
        Organization: {
            id: string;
            /** @enum {string} */
            kind: "department" | "government" | "institution" | "leadingGroupOffice";
            name: string;
            regionCode: string;
        };
        OrganizationPage: {
            items: components["schemas"]["Organization"][];
            nextCursor: string | null;
        };
        OrganizationView: {
            id: string;
            name: string;
        };
        PacedRowPage: {
            items: components["schemas"]["PacedRowView"][];
            nextCursor: string | null;
        };
        PacedRowView: {
            actor: components["schemas"]["PersonReference"];
            at: string;
            /** @description Seconds from then, or from their decision before where that was later. */
            atMost: number;
            ground: components["schemas"]["GroundReference"] | null;
            held: components["schemas"]["HeldView"] | null;
            /** @description The API's address of the version as it was after it. */
            href: string;
            /** @description Null for what was decided on a whole version. */
            item: components["schemas"]["DecidedItemView"] | null;
            /** @enum {string} */
            kind: "acceptRisk" | "approve" | "clear" | "concludeConfidentialityReview" | "concludeRiskAssessment" | "defer" | "determine" | "discloseOnApplication" | "endorse" | "refer" | "rejectRisk" | "requireMitigation" | "requireRedaction" | "return" | "setAside" | "suspendItem" | "takeDown" | "withhold";
            level: string | null;
            /** @description The principal of a deputy. */
            onBehalfOf: components["schemas"]["PersonReference"] | null;
            organization: components["schemas"]["BodyReference"];
            /** @description The state to which it led; null where it changed none. */
            outcome: string | null;
            /** @description When the text was ready for them to decide. */
            readyAt: string;
            role: string;
            seq: number;
            version: components["schemas"]["DecidedVersionView"];
            voided: components["schemas"]["VoidedView"] | null;
            /** @description Seconds from then. */
            waited: number;
        };
        PaceReportView: {
            /** @description By name and role. */
            people: components["schemas"]["PaceView"][];
            /** @description Seconds. */
            within: number;
        };
        PaceView: {
            /** @description From then, or from their decision before where that was later: they cannot have looked at it alone for longer. */
            atMost: components["schemas"]["SpreadView"];
            /** @description Of the latter, how many took no longer than `within`. */
            brief: components["schemas"]["CountedView"];
            decisions: components["schemas"]["CountedView"];
            person: components["schemas"]["PersonReference"];
            role: string;
            /** @description From when the text was ready for them to decide. */
            waited: components["schemas"]["SpreadView"];
        };
        ParentReference: {
            /** @description Null of a task. */
            dueOn: string | null;
            id: string;
            machine: string;
            number: string;
            state: string;
            title: string;
        };
        PeriodLogView: {
            bytes: number;
            events: number;
            id: string;
            /**
             * @description Each has a package of its own: `/api/versions/:id/audit-package`, `/api/matters/:id/audit-package`.
             * @enum {string}
             */
            of: "matter" | "version";
            title: string;
        };
        PeriodSizeView: {
            /** @description Of the logs themselves, before they are packed; texts come on top. */
            bytes: number;
            events: number;
            /** @description Otherwise the package is refused with 413. */
            fits: boolean;
            /** @description Those with the most events, at most a hundred. */
            largest: components["schemas"]["PeriodLogView"][];
            logs: number;
            mostBytes: number;
            mostEvents: number;
        };
        PersonaBody: {
            username: string;
        };
        PersonaListView: {
            items: components["schemas"]["PersonaView"][];
        };
        PersonaView: {
            displayName: string;
            /** @description The bodies and regions where the role is held; none for an administrator. */
            organizations: string[];
            /** @enum {string} */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
            /** @description What the role is called, in the reader's language. */
            roleLabel: string;
            username: string;
        };
        PersonReference: {
            displayName: string;
            id: string;
        };
        PersonView: {
            displayName: string;
            id: string;
        };
        PilotUnitList: {
            items: components["schemas"]["PilotUnitView"][];
            source: components["schemas"]["NoticeView"];
        };
        PilotUnitView: {
            /** @description As the notice names it. */
            name: string;
            regionCode: string;
        };
        PreviousTexts: {
            published: components["schemas"]["EarlierText"] | null;
            signed: components["schemas"]["EarlierText"] | null;
            standard: components["schemas"]["StandardText"] | null;
        };
        ProblemDocument: {
            code: string;
            detail?: string;
            errors?: {
                field: string;
                message: string;
                rule: string;
            }[];
            requirements?: {
                id: string;
                itemIds?: string[];
                message: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
        ProfileList: {
            items: components["schemas"]["ProfileSummary"][];
        };
        ProfileReference: {
            id: string;
            version: number;
        };
        ProfileSummary: {
            documentNumber?: string;
            id: string;
            issuer: string;
            /** @description In the reader's language. */
            name: string;
            notice: string;
            version: number;
        };
        ProfileView: {
            audienceAliases: {
                [key: string]: string;
            };
            audiences: components["schemas"]["LabelledCode"][];
            categoryAliases: {
                [key: string]: string;
            };
            /** @description Wording in a file → code; compared without spaces. */
            channelAliases: {
                [key: string]: string;
            };
            channels: components["schemas"]["LabelledCode"][];
            columns: components["schemas"]["ColumnView"][];
            /** @description The method that every item has because the form has no column for it. */
            constantMethod: string | null;
            documentNumber?: string;
            effectLevelAliases: {
                [key: string]: string;
            };
            effectLevels: components["schemas"]["LabelledCode"][];
            /** @description The pilot fields to choose from; none where the profile has no use for a field. */
            fields: components["schemas"]["FieldView"][];
            grounds: components["schemas"]["GroundView"][];
            hazardQuestions: components["schemas"]["QuestionView"][];
            id: string;
            /** @description Keys of the content that are held internally; a basis' parts are dotted. */
            internalFields: string[];
            issuer: string;
            methodAliases: {
                [key: string]: string;
            };
            /** @description In the reader's language. */
            name: string;
            notice: string;
            requiredElements: string[];
            smallBody: boolean;
            version: number;
        };
        Progress: {
            decided: number;
            items: number;
            /** @description State → number of items. */
            states: {
                [key: string]: number;
            };
        };
        ProgressView: {
            /** @description The moment that it shows, and its day in Asia/Shanghai. */
            asOf: string;
            children: components["schemas"]["ChildProgressView"][];
            /** @description The bodies of the region itself. */
            own: components["schemas"]["CellsView"];
            /** @description The regions above it that I oversee, too; the highest first. */
            parents: components["schemas"]["RegionReference"][];
            region: components["schemas"]["RegionLevelView"];
            /** @description My territories: where a board may begin. */
            territories: components["schemas"]["RegionReference"][];
            today: string;
            total: components["schemas"]["CellsView"];
        };
        ProposalView: {
            at: string;
            by: components["schemas"]["PersonReference"];
            content: components["schemas"]["ItemContentView"];
            decisionSeq: number;
            differences: components["schemas"]["FieldDifferenceView"][];
            patch: {
                [key: string]: unknown;
            };
        };
        PublicContentView: {
            audience?: components["schemas"]["AudienceView"] | null;
            bases?: components["schemas"]["BasisView"][];
            /** @enum {string|null} */
            category?: "OTHER" | "STATUTORY" | null;
            channels?: components["schemas"]["ChannelView"][];
            disclosingBodies?: components["schemas"]["DisclosingBodyView"][];
            duty?: string;
            elements?: string[];
            field?: string;
            /** @enum {string|null} */
            method?: "ON_APPLICATION" | "PROACTIVE" | null;
            path?: string[];
            phases?: ("DECISION" | "EXECUTION" | "MANAGEMENT" | "RESULT" | "SERVICE")[];
            publicityLevels?: ("COUNTY" | "TOWNSHIP" | "VILLAGE")[];
            responsibleOffice?: string;
            timeLimit?: components["schemas"]["TimeLimitView"] | null;
        };
        PublicItemView: {
            /** @description Null where the text is not shown any more; `withheld` says why. */
            content: components["schemas"]["PublicContentView"] | null;
            contentHash: string;
            id: string;
            /** @enum {string|null} */
            withheld: "notForReader" | "purged" | "sealed" | null;
        };
        PublicThenView: {
            at: components["schemas"]["LogEndView"];
            /** @description Ids of items that a bar had hidden by then. */
            hidden: string[];
            /** @description In the order of the public page. */
            items: components["schemas"]["PublicItemView"][];
            number: number;
            /** @description The event that published it. */
            publishedSeq: number | null;
            /**
             * @description `replaced`: the next version was in force. `takenDown`: the public page held a notice and no item.
             * @enum {string}
             */
            status: "notYetPublished" | "published" | "replaced" | "takenDown";
            title: string;
        };
        PurgeableText: {
            at: string;
            contentHash: string;
            itemId: string | null;
            /** @enum {string} */
            kind: "text" | "words";
            number: string;
            purged: boolean;
            /** @description The proposal that waits for it. */
            purgeId: string | null;
            /** @description The how manieth text of the item; null of words. */
            revision: number | null;
            seq: number;
            /** @description Bytes; null once purged. */
            size: number | null;
            type: string;
        };
        PurgeableTexts: {
            items: components["schemas"]["PurgeableText"][];
            nextCursor: string | null;
            version: components["schemas"]["PurgeVersion"];
        };
        PurgedTextView: {
            at: string;
            contentHash: string;
            itemId: string | null;
            seq: number;
        };
        PurgeEventDto: {
            /** @description Of `purge.done`: the hash that is confirmed. */
            contentHash?: string;
            reason?: string;
            /** @enum {string} */
            type: "purge.done" | "purge.withdrawn";
        };
        PurgePage: {
            items: components["schemas"]["PurgeRow"][];
            nextCursor: string | null;
        };
        PurgePlace: {
            itemId: string;
            itemState: string;
            number: string;
            organization: string;
            title: string;
            version: number;
            versionId: string;
            versionState: string;
        };
        PurgeRow: {
            closedAt: string | null;
            /** @description Who confirmed or withdrew it. */
            closedBy: components["schemas"]["PersonReference"] | null;
            /** @description Why it was withdrawn, or what was remarked with the confirmation. */
            closingReason: string | null;
            contentHash: string;
            /** @enum {string} */
            ground: "BUSINESS_SECRET" | "PERSONAL_DATA" | "STATE_SECRET" | "WORK_SECRET";
            id: string;
            /**
             * @description A text of an item, or words that somebody wrote down with an act.
             * @enum {string}
             */
            kind: "text" | "words";
            legalBasis: string;
            proposedAt: string;
            proposedBy: components["schemas"]["PersonReference"];
            proposedFor: components["schemas"]["PersonReference"] | null;
            reason: string;
            /** @description Place of its last event in the system chain. */
            seq: number;
            /** @enum {string} */
            state: "done" | "proposed" | "withdrawn";
            version: components["schemas"]["PurgeVersion"];
        };
        PurgeStepAnswer: {
            contentHash: string;
            id: string;
            seq: number;
            /** @enum {string} */
            state: "done" | "proposed" | "withdrawn";
        };
        PurgeVersion: {
            catalogueId: string;
            id: string;
            number: number;
            organization: string;
            state: string;
            title: string;
        };
        PurgeView: {
            closedAt: string | null;
            /** @description Who confirmed or withdrew it. */
            closedBy: components["schemas"]["PersonReference"] | null;
            /** @description Why it was withdrawn, or what was remarked with the confirmation. */
            closingReason: string | null;
            contentHash: string;
            events: components["schemas"]["Offer"][];
            /** @enum {string} */
            ground: "BUSINESS_SECRET" | "PERSONAL_DATA" | "STATE_SECRET" | "WORK_SECRET";
            id: string;
            /**
             * @description A text of an item, or words that somebody wrote down with an act.
             * @enum {string}
             */
            kind: "text" | "words";
            legalBasis: string;
            /** @description Everywhere that the text stands; empty of somebody's words, which stand in the log only. */
            places: components["schemas"]["PurgePlace"][];
            proposedAt: string;
            proposedBy: components["schemas"]["PersonReference"];
            proposedFor: components["schemas"]["PersonReference"] | null;
            reason: string;
            /** @description Place of its last event in the system chain. */
            seq: number;
            /** @enum {string} */
            state: "done" | "proposed" | "withdrawn";
            version: components["schemas"]["PurgeVersion"];
        };
        QuestionView: {
            code: string;
            question: string;
            source: string;
        };
        RatioView: {
            /** @description From the first one in which anything was published, in their order. */
            years: components["schemas"]["YearRatioView"][];
        };
        ReadLogView: {
            id: string;
            /** @description `catalogueVersion`, or the lifecycle of the matter. */
            machine: string;
            number: number | null;
            /** @description The body, or the region. */
            place: string;
            /** @description Of a version. */
            title: string | null;
        };
        RecordedRequirementView: {
            id: string;
            message: string;
            satisfied: boolean;
        };
        RecordedVerdictsView: {
            /** @description Conditions that chose the event's branch. */
            conditions: {
                [key: string]: boolean;
            };
            requirements: components["schemas"]["RecordedRequirementView"][];
        };
        RectificationIssued: {
            dueOn: string;
            etag: string;
            id: string;
            seq: number;
            state: string;
        };
        RectificationPage: {
            items: components["schemas"]["RectificationRow"][];
            nextCursor: string | null;
        };
        RectificationRow: {
            deadline: components["schemas"]["DeadlineStandView"];
            /** @description Null once it is ended. */
            holder: components["schemas"]["NoticeHolderView"] | null;
            id: string;
            issuedAt: string;
            /** @description It is my turn. */
            mine: boolean;
            number: string;
            /** @description The territory whose office gave it. */
            office: components["schemas"]["RegionReference"];
            organization: components["schemas"]["BodyReference"];
            /** @enum {string} */
            purpose: "rectification" | "suggestUpdate";
            region: components["schemas"]["RegionReference"];
            state: string;
            title: string;
        };
        Region: {
            /** @description Six digits; nine for a township, twelve for a village. */
            code: string;
            /** @description Functional zones have statistical codes, not GB/T 2260's. */
            codeSystem: string;
            /** @enum {string} */
            level: "autonomousRegion" | "bannerCounty" | "leagueCity" | "prefectureCity" | "province" | "township" | "village";
            name: string;
            /** @description Null for a root. */
            parentCode: string | null;
        };
        RegionLevelView: {
            code: string;
            /** @enum {string} */
            level: "autonomousRegion" | "bannerCounty" | "leagueCity" | "prefectureCity" | "province" | "township" | "village";
            name: string;
        };
        RegionPage: {
            items: components["schemas"]["Region"][];
            nextCursor: string | null;
        };
        RegionReference: {
            code: string;
            name: string;
        };
        RemovalView: {
            legalCitation?: string;
            reason: string;
            receivingBody?: string;
        };
        RemoveItemDto: {
            contentHash?: string;
            legalCitation?: string;
            reason?: string;
            /** @description The body that answers for the item from now on, or the provision by which it goes. */
            receivingBody?: string;
        };
        RepairChangeView: {
            after: unknown;
            before: unknown;
            /** @enum {string} */
            field: "audience" | "bases" | "category" | "channels" | "disclosingBodies" | "duty" | "elements" | "field" | "method" | "path" | "phases" | "publicityLevels" | "responsibleOffice" | "timeLimit";
        };
        RepairView: {
            /** @description Other items that read differently for it, because they take cells from this row. */
            alsoItemKeys: string[];
            /** @description Field by field, what the item says without any repair and with all of them. */
            changes: components["schemas"]["RepairChangeView"][];
            description: string;
        };
        ReplayDiffView: {
            from: components["schemas"]["LogEndView"];
            /** @description In the order of the later moment; what is gone comes last. */
            items: components["schemas"]["ChangedItemView"][];
            next: string | null;
            to: components["schemas"]["LogEndView"];
            version: components["schemas"]["VersionStatesView"];
        };
        ReplayedDecisionView: {
            at: string;
            /** @description Of a carry-over: who signed the decision that it rests on. */
            decider: components["schemas"]["PersonReference"] | null;
            ground: string | null;
            /** @enum {string|null} */
            level: "HIGH" | "LOW" | "MEDIUM" | null;
            /** @enum {string|null} */
            outcome: "open" | "withhold" | null;
            seq: number;
            type: string;
            /** @description It stood no longer at that moment. */
            voided: boolean;
        };
        ReplayedItemView: {
            /** @description Null where the text is not shown; `withheld` says why. */
            content: components["schemas"]["ItemContentView"] | null;
            contentHash: string;
            /** @description The last decision up to then. */
            decision: components["schemas"]["ReplayedDecisionView"] | null;
            id: string;
            number: string;
            /** @description 1 for the first row of then. */
            position: number;
            removal: components["schemas"]["RemovalView"] | null;
            revisionId: string;
            /** @description The event that led to the state. */
            since: number;
            /** @enum {string} */
            state: "awaitingEndorsement" | "awaitingReview" | "cleared" | "deferred" | "drafting" | "onApplication" | "referred" | "releasable" | "returned" | "setAside" | "withheld";
            /**
             * @description `purged`: the bytes are gone, by two persons' hands; the hash stays. `sealed`: referred. `notForReader`: not for one's role.
             * @enum {string|null}
             */
            withheld: "notForReader" | "purged" | "sealed" | null;
        };
        ReplayedVersionView: {
            catalogueId: string;
            holders: components["schemas"]["HoldingView"][];
            id: string;
            number: number;
            predecessorId: string | null;
            profile: components["schemas"]["ProfileReference"];
            publishAt: string | null;
            /** @enum {string} */
            state: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
            /** @description The event that led to the state. */
            stateSeq: number;
            title: string;
        };
        ReplayKindsView: {
            actors: components["schemas"]["EventActorView"][];
            types: components["schemas"]["EventKindView"][];
        };
        ReplayView: {
            /** @description The moment that is shown: the last event that had happened. */
            at: components["schemas"]["LogEndView"];
            /** @description State → number of items; states without items are left out. */
            counts: {
                [key: string]: number;
            };
            event: components["schemas"]["HistoryEvent"];
            first: components["schemas"]["LogEndView"];
            items: components["schemas"]["ReplayedItemView"][];
            last: components["schemas"]["LogEndView"];
            /** @description `after` of the next page of the same moment: ask for it with `at` of this answer. */
            next: string | null;
            recorded: components["schemas"]["RecordedVerdictsView"];
            version: components["schemas"]["ReplayedVersionView"];
        };
        ReportContentView: {
            /** @description The moment of its numbers: when it was composed, or the end of its period. */
            asOf: string;
            before: components["schemas"]["BeforeView"];
            sections: components["schemas"]["SectionView"][];
        };
        ReportEditDto: {
            sections?: components["schemas"]["SectionTextDto"][];
            title?: string;
        };
        ReportOpened: {
            dueOn: string;
            etag: string;
            id: string;
            seq: number;
            state: string;
        };
        ReportPage: {
            items: components["schemas"]["ReportRow"][];
            nextCursor: string | null;
        };
        ReportReference: {
            id: string;
            period: string;
            state: string;
        };
        ReportRow: {
            deadline: components["schemas"]["DeadlineStandView"];
            /**
             * @description Mine to write, mine to take in, with others, or received.
             * @enum {string}
             */
            group: "done" | "toReceive" | "toWrite" | "underWay";
            id: string;
            office: components["schemas"]["RegionReference"];
            openedAt: string;
            organization: components["schemas"]["BodyReference"] | null;
            period: string;
            periodName: string;
            /** @enum {string} */
            purpose: "annualDisclosure" | "annualProgress" | "quarterlyProgress";
            region: components["schemas"]["RegionReference"];
            state: string;
            title: string;
            /** @description It has content. */
            written: boolean;
        };
        ReportView: {
            addressee: string;
            /** @description Who signs it, and to whom it is addressed. */
            author: string;
            /** @description Null until it is composed. */
            content: components["schemas"]["ReportContentView"] | null;
            deadline: components["schemas"]["DeadlineStandView"];
            events: components["schemas"]["Offer"][];
            id: string;
            /** @description The territory to whose office it goes. */
            office: components["schemas"]["RegionReference"];
            openedAt: string;
            organization: components["schemas"]["BodyReference"] | null;
            period: string;
            /** @description 2026年第三季度 */
            periodName: string;
            /** @description The report of the period before, when there is one. */
            previous: components["schemas"]["ReportReference"] | null;
            /** @enum {string} */
            purpose: "annualDisclosure" | "annualProgress" | "quarterlyProgress";
            region: components["schemas"]["RegionReference"];
            /** @description My roles and capacities over it. */
            roles: string[];
            /** @description The log's position, as in the `ETag`. */
            seq: number;
            state: string;
            title: string;
        };
        RequirementsThenView: {
            at: components["schemas"]["LogEndView"];
            events: components["schemas"]["EventThenView"][];
            /**
             * @description Of the version; of the item where one was asked for.
             * @enum {string}
             */
            state: "awaitingEndorsement" | "awaitingReview" | "cleared" | "confidentialityReview" | "deferred" | "departmentApproval" | "discarded" | "draft" | "drafting" | "onApplication" | "published" | "referred" | "releasable" | "returned" | "revised" | "riskAssessment" | "scheduled" | "setAside" | "takenDown" | "withheld";
        };
        RequirementView: {
            id: string;
            itemIds: string[];
            message: string;
            satisfied: boolean;
        };
        ResetPasswordBody: {
            password: string;
        };
        ReturnPoint: {
            field: string;
            itemId: string;
        };
        ReturnPointDto: {
            field: string;
            /** Format: uuid */
            itemId: string;
        };
        SampleCheckpointView: {
            note: string;
            size: number;
        };
        SampleView: {
            checkpoint: components["schemas"]["SampleCheckpointView"];
            digest: string;
            drawn: components["schemas"]["DrawnView"][];
            from: string;
            /** @enum {string} */
            of: "decisions" | "items";
            /** @description How many there were to draw from, and the SHA-256 of their ids, sorted, a line each. */
            population: number;
            region: string | null;
            seed: string;
            size: number;
            to: string;
        };
        SectionTextDto: {
            key: string;
            text: string;
        };
        SectionView: {
            figures: components["schemas"]["FigureView"][];
            heading: string;
            key: string;
            text: string;
            /** @description Somebody changed what the numbers said by themselves. */
            written: boolean;
        };
        SessionView: {
            appointments: components["schemas"]["HeldAppointmentView"][];
            expiresAt: string;
            /** @enum {string} */
            mode: "evaluation" | "production";
            user: components["schemas"]["SignedInUser"];
        };
        SetupBody: {
            auditAdministrator: components["schemas"]["FirstAdministrator"];
            securityAdministrator: components["schemas"]["FirstAdministrator"];
            systemAdministrator: components["schemas"]["FirstAdministrator"];
            token: string;
        };
        SetupView: {
            /** @description The installation still waits for its first administrators. */
            pending: boolean;
        };
        SideView: {
            contentHash: string;
            number: string;
            /** @description Null where the text is not shown; `withheld` says why. */
            path: string[] | null;
            removal: components["schemas"]["RemovalView"] | null;
            /** @description The event that led to the state. */
            since: number;
            /** @enum {string} */
            state: "awaitingEndorsement" | "awaitingReview" | "cleared" | "deferred" | "drafting" | "onApplication" | "referred" | "releasable" | "returned" | "setAside" | "withheld";
            /** @enum {string|null} */
            withheld: "notForReader" | "purged" | "sealed" | null;
        };
        SignedInUser: {
            displayName: string;
            id: string;
            /** @description Nothing else is allowed before the password is changed. */
            mustChangePassword: boolean;
            username: string;
        };
        SignInBody: {
            password: string;
            username: string;
        };
        SimilarItem: {
            /** @description From the other one to this one. */
            differences: components["schemas"]["FieldDifferenceView"][];
            /** @description They say the same in every field. */
            identical: boolean;
            itemId: string;
            number: string;
            path: string[];
            /** @description 0 to 1: how many of their pairs of characters they share. */
            similarity: number;
        };
        SimilarItems: {
            items: components["schemas"]["SimilarItem"][];
        };
        SourceCellView: {
            column: number;
            /** @description Where it begins, when that is below the row's first line. */
            line?: number;
            /** @description Rows that it covers, when more than one. */
            rows?: number;
            /** @description Columns that a merged cell covers, when more than one. */
            span?: number;
            text: string;
        };
        SourceColumnView: {
            column: number;
            header: string;
            /** @description The column of the official form; null when it is not known and was not read. */
            key: string | null;
        };
        SourceRowView: {
            cells: components["schemas"]["SourceCellView"][];
            /**
             * @description Why the row is no item: the header again, or a note or title.
             * @enum {string}
             */
            ignored?: "header" | "remark";
            row: number;
        };
        SourceTableView: {
            columns: components["schemas"]["SourceColumnView"][];
            headerRows: number[];
            /** @description Rows that are not shown here. */
            more: number;
            name: string;
            rows: components["schemas"]["SourceRowView"][];
        };
        SpreadView: {
            median: number;
            p10: number;
            p90: number;
        };
        StageCountView: {
            count: number;
            href: string;
            /** @enum {string} */
            stage: "confidentialityReview" | "departmentApproval" | "doneOutside" | "draft" | "exempted" | "fulfilled" | "notStarted" | "riskAssessment" | "scheduled";
        };
        StandardText: {
            catalogueId: string;
            content: components["schemas"]["ItemContentView"];
            differences: components["schemas"]["FieldDifferenceView"][];
            organization: string;
            title: string;
            versionId: string;
        };
        StandingView: {
            /** @description Null for the system. */
            by: components["schemas"]["PersonReference"] | null;
            /** @description The event that led to the present state, and its place in the version's log. */
            event: string;
            /** @description Roles that may take a step from here while the version stands as it does. */
            roles: ("auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator")[];
            seq: number;
            /** @description Since when it waits as it stands: a state kept through a new submission waits since that. */
            since: string;
        };
        SystemAuditView: {
            events: number;
            head: string | null;
            problems: components["schemas"]["AuditProblemView"][];
            valid: boolean;
        };
        SystemChecksView: {
            /** @description At what time of the day in China they begin; null when this program does not check. */
            at: string | null;
            /** @description The last thirty nights, the newest first. */
            items: components["schemas"]["SystemCheckView"][];
            /** @description Since when none came to an end, once that is two days. */
            overdueSince: string | null;
        };
        SystemCheckView: {
            /** @description ISO 8601. */
            beganAt: string;
            /** @description How many events of all logs a trusted checkpoint covers. */
            covered: number | null;
            /** @description The night, by its day in China. */
            due: string;
            endedAt: string | null;
            events: number | null;
            found: number | null;
            logs: number | null;
            /** @description The first hundred. */
            problems: components["schemas"]["CheckProblemView"][];
            /**
             * @description Null while it is under way, or to be tried again.
             * @enum {string|null}
             */
            verdict: "failed" | "intact" | "tampered" | "truncated" | "unverifiable" | null;
            /** @description Everything from the beginning, or the logs that moved since the last check. */
            whole: boolean;
        };
        TaskBodyView: {
            dueOn: string;
            id: string;
            manned: boolean;
            name: string;
            regionCode: string;
        };
        TaskCounts: {
            bodies: number;
            done: number;
            overdue: number;
        };
        TaskGroupDto: {
            dueOn?: string;
            kinds: ("department" | "government" | "institution" | "leadingGroupOffice")[];
            levels: ("autonomousRegion" | "bannerCounty" | "leagueCity" | "prefectureCity" | "province" | "township" | "village")[];
            workingDays?: number;
        };
        TaskGroupView: {
            bodies: number;
            dueOn: string;
            provisional: boolean;
            /** @description Those at which nobody holds a role: they are not on the system. */
            unmanned: number;
        };
        TaskIssued: {
            /** @description How many bodies it addresses. */
            bodies: number;
            etag: string;
            id: string;
            seq: number;
            state: string;
        };
        TaskPage: {
            items: components["schemas"]["TaskSummary"][];
            nextCursor: string | null;
        };
        TaskPreview: {
            bodies: number;
            groups: components["schemas"]["TaskGroupView"][];
            /** @description The first two hundred, by region and name. */
            sample: components["schemas"]["TaskBodyView"][];
            unmanned: number;
        };
        TaskReference: {
            id: string;
            number: string;
            title: string;
        };
        TaskScopeDto: {
            /** @description Bodies that it leaves out. */
            except?: string[];
            groups: components["schemas"]["TaskGroupDto"][];
            /** @enum {string} */
            purpose: "publishCatalogue" | "suggestUpdate";
            /** @description The territory whose office issues it; the bodies lie in it or below. */
            regionCode: string;
        };
        TaskSummary: {
            counts: components["schemas"]["TaskCounts"];
            /** @description The earliest and the latest deadline of what lies below it. */
            firstDueOn: string | null;
            id: string;
            issuedAt: string;
            lastDueOn: string | null;
            number: string;
            purpose: string;
            region: components["schemas"]["RegionReference"];
            state: string;
            title: string;
        };
        TaskView: {
            blocked?: components["schemas"]["BlockedView"];
            catalogueId: string;
            /** @description How many items wait for me; absent where the version as a whole does. */
            count?: number;
            /** @description Only where a date is on record: the review date of what was set aside. */
            dueAt?: string;
            findings?: components["schemas"]["DraftFindingsView"];
            /** @description The same as long as the same thing is asked of the same role in the same version. */
            id: string;
            /** @description The first of them. */
            itemIds?: string[];
            /** @enum {string} */
            kind: "amend" | "approve" | "assess" | "concludeAssessment" | "concludeReview" | "determine" | "endorse" | "finishDraft" | "resume" | "review" | "takeUp";
            /** @description Whom I stand in for, when I am asked as a deputy. */
            onBehalfOf?: components["schemas"]["PersonView"];
            organization: components["schemas"]["OrganizationView"];
            reason: components["schemas"]["TurnReasonView"];
            /**
             * @description The role in which I am asked.
             * @enum {string}
             */
            role: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
            /** @description The latest hand-over's position in the version's log: a task is new when this has grown. */
            seq: number;
            /** @description When it was handed over: the earliest of what waits. */
            since: string;
            title: string;
            versionId: string;
            versionNumber: number;
            /** @enum {string} */
            versionState: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
        };
        TextChangeView: {
            /**
             * @description The same as before; nobody's words, made anew; somebody's words, which stay unless they are asked to be replaced.
             * @enum {string}
             */
            fate: "kept" | "renewed" | "same";
            heading: string;
            now: string;
            section: string;
            was: string;
        };
        TextSpanView: {
            /** @enum {string} */
            kind: "added" | "removed" | "same";
            text: string;
        };
        TickPage: {
            items: components["schemas"]["TickView"][];
            /** @description The number to go on from, in the direction that was asked for; null at the end. */
            next: number | null;
        };
        TickView: {
            /** @description Null for the system. */
            actor: components["schemas"]["PersonReference"] | null;
            at: string;
            from: string | null;
            itemId: string | null;
            machine: string | null;
            seq: number;
            to: string | null;
            type: string;
        };
        TimeLimitExceptionView: {
            rule: components["schemas"]["TimeLimitRuleView"];
            subject: string;
        };
        TimeLimitReading: {
            /** @description What it means, in words. */
            message: string;
            rule: components["schemas"]["TimeLimitRuleView"] | null;
            text: string;
            /** @description Neither the grammar nor a person has read it. */
            unread: boolean;
        };
        TimeLimitRuleView: {
            day?: number;
            days?: number;
            /** @enum {string} */
            event?: "DECISION_MADE" | "FORMED" | "FORMED_OR_CHANGED" | "RESULT_MADE";
            exceptions?: components["schemas"]["TimeLimitExceptionView"][];
            /** @enum {string} */
            kind: "ANNUAL" | "COMPOUND" | "DITTO" | "FREE_TEXT" | "PROMPT" | "REALTIME" | "UNPARSED" | "WITH_POLICY" | "WORKDAYS_AFTER";
            main?: components["schemas"]["TimeLimitRuleView"];
            month?: number;
            /** @description Null where the text names no span. */
            withinDays?: number | null;
        };
        TimeLimitView: {
            /** @description What the grammar, or a person, read in the text; null where nobody read it yet. */
            rule: components["schemas"]["TimeLimitRuleView"] | null;
            text: string;
        };
        TransitionView: {
            event: string;
            /** @description Null where it brings the thing into being. */
            from: string | null;
            /** @description Who may take it; `system` among them where the system does. */
            roles: string[];
            /** @description Who else may in a small body. */
            smallBody: string[];
            to: string;
        };
        TrendPoint: {
            bodies: number;
            day: string;
            done: number;
            exempted: number;
            open: number;
            overdue: number;
        };
        TrendView: {
            /** @description A point for each day on which something moved, and today. */
            points: components["schemas"]["TrendPoint"][];
        };
        TurnReasonView: {
            by?: components["schemas"]["PersonView"];
            code: string;
            message: string;
            words?: string;
        };
        UnderstandingView: {
            findings: components["schemas"]["FindingView"][];
            understood: components["schemas"]["UnderstoodItemView"][];
        };
        UnderstoodItemView: {
            content: components["schemas"]["ItemContentView"];
            /** @description What was taken from the row above. */
            inherited: ("audience" | "bases" | "category" | "channels" | "clauses" | "disclosingBodies" | "duty" | "effectLevel" | "elements" | "field" | "level1" | "level2" | "level3" | "level4" | "method" | "phases" | "publicityLevels" | "responsibleOffice" | "timeLimit")[];
            key: string;
            /** @description 序号 of its block. */
            number: string;
            /** @description The repairs that it rests on. */
            repairs: string[];
            row: number;
            table: number;
        };
        VersionEventDto: {
            /** Format: uuid */
            itemId?: string;
            nothingPublic?: boolean;
            opinion?: string;
            points?: components["schemas"]["ReturnPointDto"][];
            publishAt?: string;
            reason?: string;
            texts?: ("all" | "none") | string[];
            /** @enum {string} */
            type: "approve" | "concludeConfidentialityReview" | "concludeRiskAssessment" | "discard" | "itemReopened" | "recall" | "refuseRelease" | "release" | "return" | "revise" | "submit" | "supersede" | "suspendItem" | "takeDown" | "textBarred";
        };
        VersionStatesView: {
            /** @enum {string} */
            from: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
            /** @enum {string} */
            to: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
        };
        VersionSummary: {
            id: string;
            number: number;
            openedAt: string;
            profileVersion: number;
            publishedAt: string | null;
            /** @enum {string} */
            state: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
        };
        VersionView: {
            catalogueId: string;
            disappearances: components["schemas"]["Disappearance"][];
            events: components["schemas"]["Offer"][];
            id: string;
            number: number;
            organizationId: string;
            predecessorId: string | null;
            profile: components["schemas"]["ProfileReference"];
            progress: components["schemas"]["Progress"];
            publishAt: string | null;
            /** @description The log's position, as in the `ETag`. */
            seq: number;
            /** @enum {string} */
            state: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
            title: string;
        };
        VoidedView: {
            actor: components["schemas"]["PersonReference"] | null;
            at: string;
            /** @description The API's address of the version as it was after it. */
            href: string;
            type: string;
        };
        WaitingView: {
            catalogueId: string;
            /** @description How many items wait for them; absent where the version as a whole does. */
            count?: number;
            /** @description When a scheduled version is to be published. */
            dueAt?: string;
            holders: components["schemas"]["HolderView"][];
            organization: components["schemas"]["OrganizationView"];
            since: string;
            /** @enum {string} */
            state: "confidentialityReview" | "departmentApproval" | "discarded" | "draft" | "published" | "revised" | "riskAssessment" | "scheduled" | "takenDown";
            title: string;
            versionId: string;
            versionNumber: number;
        };
        WishesBody: {
            /** @enum {string} */
            catalogues?: "atOnce" | "daily" | "never";
            /** @enum {string} */
            deadlines?: "atOnce" | "daily" | "never";
            /** @enum {string} */
            matters?: "atOnce" | "daily" | "never";
        };
        WishesView: {
            /**
             * @description Work on catalogues: it is my turn.
             * @enum {string}
             */
            catalogues: "atOnce" | "daily" | "never";
            /**
             * @description A deadline is near or has passed.
             * @enum {string}
             */
            deadlines: "atOnce" | "daily" | "never";
            /**
             * @description Something was handed to me: a task, a notice, an answer, a report.
             * @enum {string}
             */
            matters: "atOnce" | "daily" | "never";
        };
        WithheldCountsView: {
            /** @description By ground and kind, the most frequent first. */
            grounds: components["schemas"]["GroundCountView"][];
            total: components["schemas"]["CountedView"];
        };
        WorklistView: {
            items: components["schemas"]["TaskView"][];
            /** @description Always null: the worklist comes whole. */
            nextCursor: string | null;
            waiting: components["schemas"]["WaitingView"][];
        };
        YearRatioView: {
            /** @description Concluded in the versions in force: to be published, withheld, on application. What was set aside or removed is not. */
            concluded: components["schemas"]["CountedView"];
            nonPublic: components["schemas"]["CountedView"];
            onApplication: components["schemas"]["CountedView"];
            public: components["schemas"]["CountedView"];
            withheld: components["schemas"]["CountedView"];
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Accounts_list: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Part of the user name or the display name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Accounts_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccountBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Accounts_setActive: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActiveBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountActivity"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Accounts_resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Appointments_list: {
        parameters: {
            query?: {
                accountId?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                organizationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Appointments_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAppointmentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Appointments_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_periodPackage: {
        parameters: {
            query: {
                /** @description The size of a checkpoint that I keep: a proof for it comes along. */
                checkpoint?: number;
                /** @description `none`: hashes only, for an auditor from outside. */
                content?: "none";
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_periodSize: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodSizeView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_decisions: {
        parameters: {
            query: {
                /** @description The same by part of the name. */
                body?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                from: string;
                kind?: "acceptRisk" | "approve" | "clear" | "concludeConfidentialityReview" | "concludeRiskAssessment" | "defer" | "determine" | "discloseOnApplication" | "endorse" | "refer" | "rejectRisk" | "requireMitigation" | "requireRedaction" | "return" | "setAside" | "suspendItem" | "takeDown" | "withhold";
                limit?: number;
                organization?: string;
                /** @description The state to which it led. */
                outcome?: string;
                /** @description Who decided, or on whose behalf. */
                person?: string;
                standing?: "standing" | "voided";
                to: string;
                /** @description The same by part of the name. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionRowPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_decisionCounts: {
        parameters: {
            query: {
                /** @description The same by part of the name. */
                body?: string;
                from: string;
                kind?: "acceptRisk" | "approve" | "clear" | "concludeConfidentialityReview" | "concludeRiskAssessment" | "defer" | "determine" | "discloseOnApplication" | "endorse" | "refer" | "rejectRisk" | "requireMitigation" | "requireRedaction" | "return" | "setAside" | "suspendItem" | "takeDown" | "withhold";
                organization?: string;
                /** @description The state to which it led. */
                outcome?: string;
                /** @description Who decided, or on whose behalf. */
                person?: string;
                standing?: "standing" | "voided";
                to: string;
                /** @description The same by part of the name. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionCountsView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_report: {
        parameters: {
            query: {
                /** @description The same by part of the name. */
                body?: string;
                from: string;
                to: string;
                /** @description The same by part of the name. */
                who?: string;
                /** @description Seconds: how many decisions took no longer is told, 5 where nobody says; a list has only those. */
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaceReportView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_paced: {
        parameters: {
            query: {
                /** @description The same by part of the name. */
                body?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                from: string;
                limit?: number;
                person?: string;
                role?: "auditAdministrator" | "auditor" | "compiler" | "confidentialityOfficer" | "departmentLeader" | "leadingGroupOffice" | "riskAssessor" | "securityAdministrator" | "systemAdministrator";
                to: string;
                /** @description The same by part of the name. */
                who?: string;
                /** @description Seconds: how many decisions took no longer is told, 5 where nobody says; a list has only those. */
                within?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacedRowPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_years: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatioView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_bodies: {
        parameters: {
            query?: {
                /** @description Part of the name. */
                body?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodyRatioPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_concluded: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcludedItemPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    EvidenceReads_list: {
        parameters: {
            query: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                from: string;
                limit?: number;
                /** @description Who decided, or on whose behalf. */
                person?: string;
                to: string;
                /** @description The same by part of the name. */
                who?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReadPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_withheldItems: {
        parameters: {
            query: {
                /** @description The same by part of the name. */
                body?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                from: string;
                /** @description `none`: those that a determination withholds. */
                ground?: string;
                kind?: "determine" | "discloseOnApplication" | "rejectRisk" | "withhold";
                limit?: number;
                organization?: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionRowPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Searches_withheldCounts: {
        parameters: {
            query: {
                /** @description The same by part of the name. */
                body?: string;
                from: string;
                /** @description `none`: those that a determination withholds. */
                ground?: string;
                kind?: "determine" | "discloseOnApplication" | "rejectRisk" | "withhold";
                organization?: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithheldCountsView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Calendar_year: {
        parameters: {
            query: {
                /** @description An earlier edition of the year; the one in force without it. */
                edition?: number;
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Calendar_enter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
                /** @description The edition that was seen, in quotes; `"0"` where there was none. 428 without it. */
                "If-Match"?: string;
            };
            path: {
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarYearBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEditionAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Calendar_deadline: {
        parameters: {
            query?: {
                /** @description How many working days. */
                days?: number;
                /** @description The day after which counting begins; it does not count itself. */
                from?: string;
                /** @description Instead: a fixed date. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Catalogues_list: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                organization?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CataloguePage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Catalogues_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCatalogueDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueDetail"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Catalogues_one: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                catalogueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueDetail"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Catalogues_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                catalogueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Checkpoints_page: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Checkpoints_consistency: {
        parameters: {
            query: {
                /** @description The size of the earlier tree. */
                first: number;
                /** @description The size of the later one. */
                second: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Pilots_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldList"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Imports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Imports_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmImportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResultView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Imports_with: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmImportDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnderstandingView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reference_lifecycle: {
        parameters: {
            query?: {
                /** @description The one in force without it. */
                version?: string;
            };
            header?: never;
            path: {
                machine: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifecycleView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    MyMatters_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMattersView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Matters_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Matters_audit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_matterPackage: {
        parameters: {
            query?: {
                /** @description The size of a checkpoint that I keep: a proof for it comes along. */
                checkpoint?: number;
                /** @description `none`: hashes only, for an auditor from outside. */
                content?: "none";
            };
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Matters_act: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatterEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Matters_history: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                matterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterHistoryPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Progress_list: {
        parameters: {
            query?: {
                /** @description A moment of the past; now without it. */
                at?: string;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The bodies of the region itself, not those below it. */
                own?: boolean;
                /** @description Part of the body's name. */
                q?: string;
                /** @description My own territory without it. */
                region?: string;
                stage?: "confidentialityReview" | "departmentApproval" | "doneOutside" | "draft" | "exempted" | "fulfilled" | "notStarted" | "riskAssessment" | "scheduled";
                task?: string;
                timing?: "done" | "dueSoon" | "late" | "onTime" | "open" | "overdue";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Organizations_search: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Part of the name. */
                q?: string;
                /** @description Bodies of this region and of everything below it. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Organizations_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganizationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Personas_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaListView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Pilots_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PilotUnitList"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reference_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reference_profile: {
        parameters: {
            query?: {
                /** @description The newest one without it. */
                version?: number;
            };
            header?: never;
            path: {
                profileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Progress_rollUp: {
        parameters: {
            query?: {
                /** @description A moment of the past; now without it. */
                at?: string;
                /** @description My own territory without it. */
                region?: string;
                task?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Coverage_matrix: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The seven pilots only. */
                pilots?: boolean;
                /** @description My own territory without it. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Coverage_items: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description The code of a pilot field, `other` or `none`; all of them without it. */
                field?: string;
                limit?: number;
                /** @description One body. */
                organization?: string;
                /** @description The seven pilots only. */
                pilots?: boolean;
                /** @description My own territory without it. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoveredItemPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Progress_export: {
        parameters: {
            query?: {
                /** @description A moment of the past; now without it. */
                at?: string;
                /** @description The bodies of the region itself, not those below it. */
                own?: boolean;
                /** @description Part of the body's name. */
                q?: string;
                /** @description My own territory without it. */
                region?: string;
                stage?: "confidentialityReview" | "departmentApproval" | "doneOutside" | "draft" | "exempted" | "fulfilled" | "notStarted" | "riskAssessment" | "scheduled";
                task?: string;
                timing?: "done" | "dueSoon" | "late" | "onTime" | "open" | "overdue";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Freshness_rollUp: {
        parameters: {
            query?: {
                /** @description My own territory without it. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreshnessView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Freshness_catalogues: {
        parameters: {
            query?: {
                age?: "inForce" | "never" | "older" | "takenDown" | "unrevised" | "within12Months" | "within6Months";
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The bodies of the region itself, not those below it. */
                own?: boolean;
                /** @description Part of the body's name or of the title. */
                q?: string;
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreshCataloguePage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Progress_trend: {
        parameters: {
            query?: {
                /** @description A moment of the past; now without it. */
                at?: string;
                /** @description My own territory without it. */
                region?: string;
                task?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Purge_page: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                state?: "done" | "proposed" | "withdrawn";
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgePage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Purge_propose: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPurgeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeStepAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Purge_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                purgeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Purge_act: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                purgeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurgeEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeStepAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Purge_texts: {
        parameters: {
            query: {
                /** @description Log position after which to begin. */
                after?: number;
                item?: string;
                version: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurgeableTexts"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Urging_page: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Those only in which it is my turn. */
                mine?: boolean;
                organization?: string;
                /** @description The obligation or the task that they are about. */
                parent?: string;
                purpose?: "rectification" | "suggestUpdate";
                /** @description Part of the title, the number or the body's name. */
                q?: string;
                /** @description Bodies of this region and below. */
                region?: string;
                state?: "accepted" | "answered" | "issued" | "overdue" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RectificationPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Urging_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRectificationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RectificationIssued"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Urging_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rectificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Urging_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rectificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Urging_addressee: {
        parameters: {
            query: {
                obligation?: string;
                organization: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddresseeView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Organizations_children: {
        parameters: {
            query?: {
                /** @description The region whose children are wanted; the roots without it. */
                parent?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_page: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                group?: "done" | "toReceive" | "toWrite" | "underWay";
                limit?: number;
                organization?: string;
                period?: string;
                purpose?: "annualDisclosure" | "annualProgress" | "quarterlyProgress";
                /** @description Of this region and below. */
                region?: string;
                state?: "drafting" | "overdue" | "received" | "submitted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReportDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportOpened"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_compose: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComposeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_composition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompositionView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportEditDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Reports_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Samples_draw: {
        parameters: {
            query: {
                /** @description The size of the checkpoint that fixes the list; the newest one where none is named. */
                checkpoint?: number;
                format?: "csv" | "json" | "xlsx";
                from: string;
                of: "decisions" | "items";
                region?: string;
                seed: string;
                size: number;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleView"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv; charset=utf-8": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Session_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Session_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Session_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Contact_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Contact_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Session_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Personas_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Setup_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Setup_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_systemAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemAuditView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_systemChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemChecksView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Tasks_page: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                limit?: number;
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Tasks_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaskDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskIssued"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Tasks_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskScopeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPreview"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Versions_one: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Versions_audit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_package: {
        parameters: {
            query?: {
                /** @description The size of a checkpoint that I keep: a proof for it comes along. */
                checkpoint?: number;
                /** @description `none`: hashes only, for an auditor from outside. */
                content?: "none";
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Versions_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Versions_diff: {
        parameters: {
            query: {
                against: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Versions_act: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
                /** @description The version's ETag: its log position as it was seen. 428 without it. */
                "If-Match"?: string;
            };
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Exports_table: {
        parameters: {
            query: {
                /** @description `public`: only what the profile lets out. `internal` without it. */
                audience?: "internal" | "public";
                format: "docx" | "json" | "xlsx";
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedVersionView"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Versions_past: {
        parameters: {
            query?: {
                after?: number;
                /** @description Only what happened to this item. */
                itemId?: string;
                limit?: number;
                /** @description Only events of this type, such as `return`. */
                type?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Imports_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_list: {
        parameters: {
            query?: {
                /** @description The items as they stood then; nothing for now. */
                at?: string;
                cursor?: string;
                limit?: number;
                /** @description Not together with `at`. */
                q?: string;
                state?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateItemDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_one: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveItemDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditItemDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Evidence_dossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_act: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemEventDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                hintId: string;
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DismissHintDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_arrange: {
        parameters: {
            query?: never;
            header?: {
                /** @description 428 without it. The same key and body give the same answer; another body 422. */
                "Idempotency-Key"?: string;
            };
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeItemDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version's log position, for `If-Match`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAnswer"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Exports_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Items_similar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarItems"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Exports_register: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Replay_of: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                at?: string;
                limit?: number;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Replay_diff: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                from?: string;
                limit?: number;
                /** @description Nothing for the end of the log. */
                to?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayDiffView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Replay_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayKindsView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Replay_open: {
        parameters: {
            query?: {
                at?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicThenView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Replay_wanted: {
        parameters: {
            query?: {
                at?: string;
                /** @description Of this item's events instead of the version's. */
                itemId?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequirementsThenView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Replay_events: {
        parameters: {
            query?: {
                actor?: string;
                /** @description Events after this number, the oldest first. */
                after?: number;
                /** @description Events before this number instead, the latest first. */
                before?: number;
                itemId?: string;
                limit?: number;
                /** @description Only events of this lifecycle: `catalogueVersion` for what happened to the version itself. */
                machine?: string;
                /** @description Only events of this type, such as `return`. */
                type?: string;
            };
            header?: never;
            path: {
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TickPage"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    Worklist_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorklistView"];
                };
            };
            /** @description A problem document (RFC 9457) that says what to mend. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    "Portal_all[0]": {
        parameters: {
            query?: {
                cursor?: unknown;
                q?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "Portal_all[1]": {
        parameters: {
            query?: {
                cursor?: unknown;
                q?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Portal_catalogue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "Portal_receipt[0]": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "Portal_receipt[1]": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Portal_region: {
        parameters: {
            query?: {
                cursor?: unknown;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "Portal_search[0]": {
        parameters: {
            query?: {
                q?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "Portal_search[1]": {
        parameters: {
            query?: {
                q?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
