// Generated from the migrated database by `npm run schema`; the check fails when it drifts.
import type { Decimal } from '@shiji/kernel/decimal'
import type { ColumnType, Generated } from 'kysely'

export type Tables = {
  assetsAsset: {
    id: string
    unitId: string
    projectId: string | null
    roomId: string | null
    number: string
    name: string
    category: string
    model: string
    serial: string
    price: Decimal | null
    keeper: string
    state: string
    stateSince: string
    deliveredOn: string | null
    enteredOn: string
    warrantyUntil: string | null
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  assetsCount: {
    stocktakeId: string
    assetId: string
    expectedRoomId: string | null
    foundRoomId: string | null
    countedAt: Temporal.Instant | null
    countedBy: string | null
  }
  assetsEvent: {
    id: string
    assetId: string
    happenedOn: string
    state: string
    roomId: string | null
    keeper: string
    note: string
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  assetsRoom: {
    id: string
    unitId: string
    name: string
    isStore: boolean
    madeAt: Temporal.Instant
    madeBy: string
  }
  assetsStockCount: {
    id: string
    unitId: string
    roomId: string | null
    countedOn: string
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  assetsStockCounted: {
    countId: string
    itemId: string
    expected: Decimal
    found: Decimal
  }
  assetsStockItem: {
    id: string
    unitId: string
    roomId: string | null
    code: string
    name: string
    model: string
    unitWord: string
    minimum: Decimal
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  assetsStockMovement: {
    id: string
    itemId: string
    kind: string
    quantity: Decimal
    happenedOn: string
    receiver: string
    note: string
    deliveryId: string | null
    ticketId: string | null
    workOrderId: string | null
    assetId: string | null
    correctsId: string | null
    countId: string | null
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  assetsStocktake: {
    id: string
    unitId: string
    name: string
    openedOn: string
    closedOn: string | null
    openedAt: Temporal.Instant
    openedBy: string
    closedAt: Temporal.Instant | null
    closedBy: string | null
  }
  assetsStorageCheck: {
    id: string
    roomId: string
    checkedOn: string
    items: number
    passed: number
    note: string
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  calendarChange: {
    number: number
    year: number | null
    unitId: string | null
    content: ColumnType<unknown, string>
    madeAt: Temporal.Instant
    madeBy: string
  }
  contractsAcceptance: {
    id: string
    contractId: string
    milestoneId: string | null
    name: string
    acceptedOn: string
    passed: boolean
    signedBy: string
    documentId: string | null
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  contractsAcceptanceItem: {
    acceptanceId: string
    position: number
    kind: string
    item: string
    required: string
    measured: string
    passed: boolean
    judged: string
  }
  contractsAppraisal: {
    id: string
    contractId: string
    year: number
    heldOn: string
    points: Decimal
    score: Decimal
    passed: boolean
    opinion: string
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  contractsChange: {
    id: string
    contractId: string
    number: number
    what: string
    reason: string
    amountDelta: Decimal
    endsOn: string | null
    askedOn: string
    carriedOutOn: string | null
    askedAt: Temporal.Instant
    askedBy: string
    verdict: string | null
    opinion: string | null
    judgedAt: Temporal.Instant | null
    judgedBy: string | null
  }
  contractsContract: {
    id: string
    unitId: string
    projectId: string
    vendorId: string
    supervisorId: string | null
    number: string
    name: string
    method: string
    termYear: number
    termYears: number
    amount: Decimal
    signedOn: string
    startsOn: string
    endsOn: string
    passMark: Decimal
    pointValue: Decimal
    settledOn: string | null
    settledAmount: Decimal | null
    settledAt: Temporal.Instant | null
    madeAt: Temporal.Instant
    madeBy: string
  }
  contractsDeduction: {
    id: string
    contractId: string
    year: number
    month: number | null
    termId: string | null
    points: Decimal
    reason: string
    reading: ColumnType<unknown | null, string | null>
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  contractsDelivery: {
    id: string
    purchaseId: string
    deliveredOn: string
    quantity: Decimal
    noteNumber: string
    documentId: string | null
    installedOn: string | null
    installedAt: string
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  contractsInstalment: {
    id: string
    contractId: string
    position: number
    name: string
    amount: Decimal
    dueOn: string
    milestoneId: string | null
    needsAcceptance: boolean
    appraisalYear: number | null
  }
  contractsLicence: {
    id: string
    vendorId: string
    holder: string
    name: string
    number: string
    validFrom: string
    validUntil: string | null
    documentId: string | null
    madeAt: Temporal.Instant
    madeBy: string
  }
  contractsMilestone: {
    id: string
    contractId: string
    position: number
    name: string
    dueOn: string
    doneOn: string | null
    note: string
    documentId: string | null
    recordedAt: Temporal.Instant | null
    recordedBy: string | null
  }
  contractsPayment: {
    paymentId: string
    instalmentId: string
    openGates: ColumnType<unknown, string>
    settledAt: Temporal.Instant
    settledBy: string | null
  }
  contractsPurchase: {
    id: string
    unitId: string
    projectId: string
    contractId: string | null
    year: number
    item: string
    quantity: Decimal
    unitWord: string
    estimate: Decimal
    method: string
    dueOn: string
    madeAt: Temporal.Instant
    madeBy: string
  }
  contractsSupervision: {
    id: string
    contractId: string
    kind: string
    day: string
    what: string
    answerDueOn: string | null
    answer: string | null
    answeredAt: Temporal.Instant | null
    answeredBy: string | null
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  contractsTender: {
    id: string
    purchaseId: string
    documentId: string
    number: string
    issuedOn: string
    openedOn: string
    awardedOn: string | null
    years: number
    recordedAt: Temporal.Instant
    recordedBy: string
  }
  contractsTerm: {
    id: string
    contractId: string
    position: number
    name: string
    measure: string
    params: ColumnType<unknown, string>
    target: string
    points: Decimal
  }
  contractsVendor: {
    id: string
    unitId: string
    name: string
    creditCode: string
    contact: string
    partyId: string | null
    madeAt: Temporal.Instant
    madeBy: string
  }
  deskArticle: {
    id: string
    number: string
    unitId: string
    ownerId: string
    publishedVersion: number | null
    validUntil: string
    withdrawnAt: Temporal.Instant | null
    withdrawnBy: string | null
    withdrawnBecause: string
    writtenAt: Temporal.Instant
  }
  deskArticleUse: {
    articleId: string
    ticketId: string
    usedAt: Temporal.Instant
    usedBy: string
    helped: boolean | null
    judgedAt: Temporal.Instant | null
    judgedBy: string | null
  }
  deskArticleVersion: {
    articleId: string
    version: number
    title: string
    service: string
    audience: string
    symptoms: string
    remedy: string
    validUntil: string
    writtenBy: string
    writtenAt: Temporal.Instant
    confirmedBy: string | null
    confirmedAt: Temporal.Instant | null
    ticketId: string | null
    problemId: string | null
    folded: string
    pairs: string[]
  }
  deskChange: {
    id: string
    number: string
    unitId: string
    what: string
    why: string
    risk: string
    backOut: string
    services: string[]
    plannedFrom: Temporal.Instant
    plannedUntil: Temporal.Instant
    state: string
    filedBy: string
    filedAt: Temporal.Instant
    approvedAt: Temporal.Instant | null
    announcedAt: Temporal.Instant | null
    announcedBy: string | null
    announcement: Generated<string>
    result: string | null
    resultNote: Generated<string>
    beganAt: Temporal.Instant | null
    endedAt: Temporal.Instant | null
    reportedAt: Temporal.Instant | null
    reportedBy: string | null
  }
  deskChangePlace: {
    changeId: string
    unitId: string
  }
  deskClock: {
    ticketId: string
    kind: string
    state: string
    verdict: string
    limitSeconds: number
    elapsedSeconds: bigint
    dueAt: Temporal.Instant | null
    stoppedAt: Temporal.Instant | null
    rule: ColumnType<unknown, string>
    ruleVersion: number
    calendarVersion: number
    asOf: Temporal.Instant
    throughEvent: number
    reading: ColumnType<unknown, string>
  }
  deskComplaint: {
    id: string
    unitId: string
    teamId: string
    ticketId: string | null
    who: string
    what: string
    receivedAt: Temporal.Instant
    recordedAt: Temporal.Instant
    recordedBy: string
    verdict: string | null
    cause: string | null
    judgedAt: Temporal.Instant | null
    judgedBy: string | null
    projectId: string | null
  }
  deskCounter: {
    year: number
    last: number
  }
  deskFreeNumber: {
    year: number
    number: number
  }
  deskLetter: {
    id: string
    ticketId: string
    kind: string
    address: string
    subject: string
    words: string
    messageId: string
    answers: string
    refers: string
    attempts: number
    madeAt: Temporal.Instant
    madeBy: string | null
  }
  deskLine: {
    id: string
    unitId: string
    service: string | null
    projectId: string | null
    startsOn: string
    setAt: Temporal.Instant
    setBy: string
  }
  deskMail: {
    id: string
    mailboxId: string
    uidValidity: bigint
    uid: bigint
    messageId: string
    outcome: string
    sender: string
    senderName: string
    subject: string
    words: string
    refers: string
    bytes: bigint
    receivedAt: Temporal.Instant
    handledAt: Temporal.Instant
    leftOut: number
    ticketId: string | null
  }
  deskMailAttempt: {
    mailboxId: string
    uidValidity: bigint
    uid: bigint
    attempts: number
    begunAt: Temporal.Instant
  }
  deskMailFile: {
    mailId: string
    number: number
    documentId: string
  }
  deskMailbox: {
    id: string
    isOnly: boolean
    isOn: boolean
    settings: ColumnType<unknown, string>
    sealed: string
    unitId: string
    service: string
    since: Temporal.Instant
    uidValidity: bigint | null
    lastUid: bigint
    workedAt: Temporal.Instant | null
    failedAt: Temporal.Instant | null
    problem: string
  }
  deskMajor: {
    ticketId: string
    number: string
    state: string
    declaredAt: Temporal.Instant
    declaredBy: string | null
    reason: string
    leaderId: string | null
    nextUpdateAt: Temporal.Instant | null
    endedAt: Temporal.Instant | null
    course: string
    cause: string
    measures: string
    reviewedAt: Temporal.Instant | null
    reviewedBy: string | null
    lastEntry: number
  }
  deskMajorEntry: {
    ticketId: string
    number: number
    kind: string
    at: Temporal.Instant
    byId: string | null
    words: string
    told: number | null
    isPublic: Generated<boolean>
  }
  deskNotice: {
    id: string
    ticketId: string
    about: string
    clock: string | null
    percent: number | null
    personId: string | null
    channel: string
    sentAt: Temporal.Instant
    deliveredAt: Temporal.Instant | null
    readAt: Temporal.Instant | null
    failedAt: Temporal.Instant | null
    failure: string | null
    aboutId: string | null
  }
  deskPhoto: {
    id: string
    ticketId: string
    documentId: string
    takenAt: Temporal.Instant
    addedAt: Temporal.Instant
    addedBy: string
  }
  deskProblem: {
    id: string
    number: string
    unitId: string
    title: string
    service: string
    cause: string
    workaround: string
    state: string
    changeId: string | null
    closing: string
    openedAt: Temporal.Instant
    openedBy: string
    closedAt: Temporal.Instant | null
    closedBy: string | null
  }
  deskProblemTicket: {
    ticketId: string
    problemId: string
    linkedAt: Temporal.Instant
    linkedBy: string
  }
  deskPublicTry: {
    id: string
    address: string
    at: Temporal.Instant
  }
  deskRegisterCounter: {
    register: string
    year: number
    last: number
  }
  deskReport: {
    ticketId: string
    spotId: string
    codeHash: string
    reportedAt: Temporal.Instant
  }
  deskSatisfaction: {
    ticketId: string
    codeHash: string
    askedAt: Temporal.Instant
    askedBy: string
    expiresAt: Temporal.Instant
    score: number | null
    note: string | null
    answeredAt: Temporal.Instant | null
  }
  deskSpot: {
    id: string
    unitId: string
    name: string
    code: string
    isOpen: boolean
    madeAt: Temporal.Instant
    madeBy: string
  }
  deskSurvey: {
    id: string
    unitId: string
    projectId: string | null
    title: string
    audience: string
    seed: string
    sampleSize: number
    minimum: number
    judgedOn: string
    closesAt: Temporal.Instant
    openedAt: Temporal.Instant
    openedBy: string
    closedAt: Temporal.Instant | null
    withdrawnAt: Temporal.Instant | null
    withdrawnBecause: string | null
  }
  deskSurveyLink: {
    codeHash: string
    surveyId: string
    isUsed: Generated<boolean>
  }
  deskSurveyPerson: {
    surveyId: string
    number: number
    personId: string | null
    name: string
    office: string
    isBarred: boolean
    isDrawn: boolean
  }
  deskSurveyTally: {
    surveyId: string
    score: number
    count: number
  }
  deskTeam: {
    unitId: string
    teamId: string
    setAt: Temporal.Instant
    setBy: string
  }
  deskTicket: {
    id: string
    number: string
    kind: string
    channel: string
    unitId: string
    teamId: string
    callerId: string | null
    callerName: string
    contact: string
    place: string
    what: string
    service: string
    scope: string
    isPeak: boolean
    severity: string
    layer: string | null
    classifiedBy: string | null
    confirmedBy: string | null
    confirmedAt: Temporal.Instant | null
    assigneeId: string | null
    rules: string
    rulesVersion: number
    timeZone: string
    state: string
    reportedAt: Temporal.Instant
    respondedAt: Temporal.Instant | null
    arrivedAt: Temporal.Instant | null
    restoredAt: Temporal.Instant | null
    resolvedAt: Temporal.Instant | null
    closedAt: Temporal.Instant | null
    reopenings: Generated<number>
    manner: string | null
    cause: string | null
    mergedInto: string | null
    isLate: boolean
    lateReason: string
    loggedBy: string | null
    loggedAt: Temporal.Instant
    lastEvent: number
    folded: string
    pairs: string[]
    projectId: string | null
    isProjectByHand: Generated<boolean>
  }
  deskTicketEvent: {
    ticketId: string
    number: number
    deedId: string
    kind: string
    at: Temporal.Instant
    enteredAt: Temporal.Instant
    enteredBy: string | null
    device: string | null
    aheadSeconds: number
    isLate: boolean
    detail: ColumnType<unknown, string>
  }
  deskTicketFact: {
    ticketId: string
    version: number
    knownFrom: Temporal.Instant
    knownUntil: Generated<Temporal.Instant>
    unitId: string
    teamId: string
    title: string
    kind: string
    severity: string
    service: string
    layer: string | null
    isConfirmed: boolean
    state: string
    reportedAt: Temporal.Instant
    loggedAt: Temporal.Instant
    isLate: boolean
    isEdited: boolean
    hasArrived: boolean
    responseState: string
    responseVerdict: string
    responseSeconds: bigint
    responseDueAt: Temporal.Instant | null
    arrivalState: string | null
    arrivalVerdict: string | null
    arrivalSeconds: bigint | null
    arrivalDueAt: Temporal.Instant | null
    recoveryState: string | null
    recoveryVerdict: string | null
    recoverySeconds: bigint | null
    recoveryDueAt: Temporal.Instant | null
    resolutionState: string | null
    resolutionVerdict: string | null
    resolutionSeconds: bigint | null
    resolutionDueAt: Temporal.Instant | null
    projectId: string | null
  }
  deskWorkOrder: {
    id: string
    ticketId: string
    number: number
    what: string
    version: number
    openedAt: Temporal.Instant
    openedBy: string
    signer: string | null
    strokes: ColumnType<unknown | null, string | null>
    signedAt: Temporal.Instant | null
    signedWith: string | null
  }
  deskWorkPart: {
    orderId: string
    number: number
    name: string
    serial: string
    quantity: Decimal
    unit: string
    itemId: string | null
  }
  deskWorkStep: {
    orderId: string
    number: number
    what: string
    state: string
    note: string
  }
  deskWorkTime: {
    orderId: string
    number: number
    personId: string
    beganAt: Temporal.Instant
    endedAt: Temporal.Instant
  }
  directoryFailedSignIn: {
    id: string
    login: string
    address: string
    at: Temporal.Instant
  }
  directoryInvitation: {
    codeHash: string
    personId: string
    expiresAt: Temporal.Instant
    usedAt: Temporal.Instant | null
  }
  directoryPerson: {
    id: string
    unitId: string
    name: string
    login: string | null
    passwordHash: string | null
    passwordSetAt: Temporal.Instant | null
    state: string
    sought: Generated<string>
    bigrams: Generated<string[]>
    earlierHashes: Generated<string[]>
    enrolBy: Temporal.Instant | null
    staffNumber: string | null
  }
  directoryRecoveryCode: {
    codeHash: string
    personId: string
    usedAt: Temporal.Instant | null
  }
  directoryRole: {
    personId: string
    role: string
    grantedBy: string | null
    grantedAt: Temporal.Instant
  }
  directoryRoleRequest: {
    personId: string
    role: string
    askedBy: string
    askedAt: Temporal.Instant
  }
  directorySecondStep: {
    personId: string
    secret: string
    confirmedAt: Temporal.Instant | null
    lastStep: Generated<bigint>
  }
  directorySession: {
    id: string
    tokenHash: string
    personId: string
    startedAt: Temporal.Instant
    lastSeenAt: Temporal.Instant
    endedAt: Temporal.Instant | null
    address: string
    device: string
  }
  directorySignInRules: {
    onlyOne: Generated<boolean>
    profile: string
    secondStep: string
  }
  directoryUnit: {
    id: string
    parentId: string | null
    name: string
    kind: string
    state: Generated<string>
    ancestors: string[]
    pinyin: Generated<string>
    code: string | null
  }
  directoryUnitChange: {
    id: string
    unitId: string
    did: string
    effectiveOn: string
    reason: string
    nameBefore: string
    nameAfter: string
    parentBefore: string | null
    parentAfter: string | null
    otherId: string | null
    madeBy: string
    madeAt: Temporal.Instant
  }
  documentsChecklist: {
    id: string
    list: string
    unitId: string
    projectId: string | null
    year: number
    laidAt: Temporal.Instant
    laidBy: string
  }
  documentsChecklistItem: {
    id: string
    checklistId: string
    position: number
    name: string
    askedOn: string
    addedAt: Temporal.Instant
    addedBy: string
    droppedAt: Temporal.Instant | null
    droppedBy: string | null
    droppedBecause: string | null
  }
  documentsChecklistProof: {
    id: string
    itemId: string
    documentId: string | null
    measure: string | null
    recordKind: string | null
    recordId: string | null
    recordTitle: string | null
    strength: string
    validFrom: string | null
    validUntil: string | null
    note: string
    provedAt: Temporal.Instant
    provedBy: string
    withdrawnAt: Temporal.Instant | null
    withdrawnBy: string | null
    withdrawnBecause: string | null
    regulationId: string | null
  }
  documentsDocument: {
    id: string
    unitId: string
    name: string
    bytes: bigint
    sha256: string
    addedAt: Temporal.Instant
    addedBy: string | null
    folded: Generated<string>
    pairs: Generated<string[]>
  }
  documentsRegulation: {
    id: string
    unitId: string
    kind: string
    name: string
    number: string
    nextReviewOn: string | null
    madeAt: Temporal.Instant
    madeBy: string
    remindedOf: string | null
    repealedOn: string | null
    repealedAt: Temporal.Instant | null
    repealedBy: string | null
    repealedBecause: string | null
  }
  documentsRegulationReview: {
    id: string
    regulationId: string
    reviewedOn: string
    note: string
    nextReviewOn: string | null
    enteredAt: Temporal.Instant
    enteredBy: string
  }
  documentsRegulationText: {
    id: string
    regulationId: string
    documentId: string
    validFrom: string
    validUntil: string | null
    enteredAt: Temporal.Instant
    enteredBy: string
  }
  documentsUpload: {
    id: string
    unitId: string
    name: string
    bytes: bigint
    received: bigint
    documentId: string | null
    startedAt: Temporal.Instant
    startedBy: string
  }
  evidenceBinding: {
    id: string
    subjectId: string
    indicator: string
    number: number
    seriesId: string | null
    reason: string
    boundAt: Temporal.Instant
    boundBy: string
  }
  evidenceDay: {
    seriesId: string
    day: string
    numerator: Decimal
    denominator: Decimal
    largest: Decimal | null
    smallest: Decimal | null
    counted: number
    late: number
    collected: number
    signed: number
    stamped: number
    stated: number
    excluded: ColumnType<unknown, string>
  }
  evidenceMonthEnd: {
    seriesId: string
    month: string
    value: Decimal | null
    parts: ColumnType<unknown, string>
    queryVersion: number
    asOf: Temporal.Instant
  }
  evidenceReading: {
    id: string
    subjectId: string
    indicator: string
    seriesId: string
    periodFrom: string
    periodUntil: string
    value: Decimal | null
    parts: ColumnType<unknown, string>
    queryVersion: number
    asOf: Temporal.Instant
    keptBy: string
  }
  evidenceRegisterReview: {
    register: string
    unitId: string
    month: string
    note: string
    reviewedAt: Temporal.Instant
    reviewedBy: string
  }
  evidenceRolledYear: {
    seriesId: string
    year: number
    queryVersion: number
    rolledAt: Temporal.Instant
  }
  evidenceSeal: {
    id: string
    subjectId: string
    number: number
    asOf: Temporal.Instant
    root: string
    rows: number
    records: number
    lines: number
    ledgerEntry: string
    sealedBy: string
  }
  evidenceSealFile: {
    sealId: string
    path: string
    sha256: string
    bytes: bigint
  }
  evidenceSeries: {
    id: string
    measure: string
    params: ColumnType<unknown, string>
    unitId: string
    projectId: string | null
  }
  evidenceStaleDay: {
    id: string
    seriesId: string
    day: string
    waits: Generated<boolean>
  }
  evidenceWeek: {
    seriesId: string
    day: string
    until: string
    numerator: Decimal
    denominator: Decimal
    largest: Decimal | null
    smallest: Decimal | null
    counted: number
    late: number
    collected: number
    signed: number
    stamped: number
    stated: number
    excluded: ColumnType<unknown, string>
  }
  flowCase: {
    id: string
    subjectKind: string
    subjectId: string
    subjectName: string
    unitId: string
    definition: string
    definitionVersion: number
    starter: string
    fields: ColumnType<unknown, string>
    state: string
    version: number
    lastToken: number
    lastTask: number
    walked: string[]
    choices: ColumnType<unknown, string>
    urgedAt: Temporal.Instant | null
    urges: number
    startedAt: Temporal.Instant
    endedAt: Temporal.Instant | null
  }
  flowDefinition: {
    key: string
    version: number
    definition: ColumnType<unknown, string>
    publishedAt: Temporal.Instant | null
    publishedBy: string | null
  }
  flowDeputy: {
    id: string
    principal: string
    deputy: string
    beginsAt: Temporal.Instant
    endsAt: Temporal.Instant
    flows: Generated<string[]>
    reason: Generated<string>
  }
  flowDesk: {
    name: string
    unitId: string
  }
  flowDraft: {
    key: string
    definition: ColumnType<unknown, string>
    revision: number
    editedAt: Temporal.Instant
    editedBy: string
  }
  flowLog: {
    caseId: string
    number: number
    code: string
    actor: string | null
    onBehalfOf: string | null
    at: Temporal.Instant
    node: string | null
    target: string | null
    people: string[]
    opinion: string
  }
  flowTask: {
    caseId: string
    number: number
    kind: string
    state: string
    token: number | null
    node: string
    round: number
    assignee: string
    turn: number
    parent: number | null
    together: string
    addedBy: string | null
    version: number
    openedAt: Temporal.Instant | null
    dueAt: Temporal.Instant | null
    expired: boolean
    decidedBy: string | null
    decidedAt: Temporal.Instant | null
    closedBy: number | null
  }
  flowToken: {
    caseId: string
    number: number
    node: string
    round: number
    waitingBranch: number | null
    resume: string[]
    cause: ColumnType<unknown | null, string | null>
  }
  inboxAddress: {
    host: string
    port: number
    reach: string
  }
  inboxChannel: {
    id: string
    kind: string
    name: string
    isOn: boolean
    settings: ColumnType<unknown, string>
    unitId: string | null
    perMinute: number
    workedAt: Temporal.Instant | null
    failedAt: Temporal.Instant | null
    problem: string
    sealed: string
  }
  inboxDelivery: {
    id: string
    messageId: string
    channelId: string
    state: string
    notBefore: Temporal.Instant
    attempts: number
    sendingId: string | null
    sentAt: Temporal.Instant | null
    problem: string
  }
  inboxMessage: {
    id: string
    personId: string
    code: string
    parameters: ColumnType<unknown, string>
    subjectKind: string
    subjectId: string
    madeAt: Temporal.Instant
    readAt: Temporal.Instant | null
  }
  inboxPreference: {
    personId: string
    mail: string
    quietFrom: string
    quietUntil: string
  }
  inboxSending: {
    id: string
    channelId: string
    plannedAt: Temporal.Instant
    sentAt: Temporal.Instant | null
    problem: string
  }
  job: {
    id: string
    name: string
    payload: ColumnType<unknown, string>
    key: string | null
    requestId: string
    addedAt: Temporal.Instant
    dueAt: Temporal.Instant
    attempts: Generated<number>
    takenBy: string | null
    lastError: string | null
    failedAt: Temporal.Instant | null
  }
  jobSchedule: {
    name: string
    dueAt: Temporal.Instant
  }
  keptResult: {
    actorId: string
    key: string
    step: number
    requestHash: string
    result: ColumnType<unknown, string>
    at: Temporal.Instant
  }
  ledgerEntry: {
    id: string
    at: Temporal.Instant
    actorId: string | null
    did: string
    requestId: string
    detail: ColumnType<unknown, string>
    writtenBy: Generated<string>
  }
  ledgerSeal: {
    number: bigint
    entryId: string
    sha256: string
    sm3: string
    sealedAt: Temporal.Instant
  }
  performanceApproval: {
    formId: string
    number: number
    version: number
    sha256: string
    at: Temporal.Instant
    personId: string
  }
  performanceArchive: {
    formId: string
    sumsSha256: string
    files: number
    bytes: bigint
    madeAt: Temporal.Instant
    madeBy: string
  }
  performanceArchiveFile: {
    formId: string
    path: string
    sha256: string
    bytes: bigint
  }
  performanceComment: {
    id: string
    formId: string
    place: string
    version: number
    remark: string
    madeAt: Temporal.Instant
    madeBy: string
    settledAt: Temporal.Instant | null
    settledBy: string | null
  }
  performanceExpertSheet: {
    id: string
    formId: string
    personId: string
    askedAt: Temporal.Instant
    askedBy: string
    points: string[]
    remark: string
    signedAt: Temporal.Instant | null
    usedIn: string | null
  }
  performanceForm: {
    id: string
    projectId: string
    stage: string
    year: number
    template: string
    edition: string
    version: number
    content: ColumnType<unknown, string>
    indicators: number
    documentId: string | null
    savedAt: Temporal.Instant
    savedBy: string
  }
  performanceFormVersion: {
    formId: string
    version: number
    edits: ColumnType<unknown, string>
    cells: number
    content: ColumnType<unknown, string>
    savedAt: Temporal.Instant
    savedBy: string
  }
  performanceIndicatorName: {
    formId: string
    position: number
    name: string
    folded: string
    pairs: string[]
  }
  performanceLibraryEntry: {
    id: string
    entry: ColumnType<unknown, string>
    addedAt: Temporal.Instant
    addedBy: string
  }
  performanceLibraryRetirement: {
    entryId: string
    reason: string
    at: Temporal.Instant
    byId: string
  }
  performanceLife: {
    formId: string
    state: string
    movedAt: Temporal.Instant
  }
  performanceLifeStep: {
    formId: string
    number: number
    deed: string
    state: string
    version: number
    sha256: string
    desk: string
    opinion: string
    at: Temporal.Instant
    personId: string
  }
  performanceMoneyEntry: {
    id: string
    projectId: string
    year: number
    kind: string
    source: string
    amount: Decimal
    decidedOn: string
    reason: string
    documentId: string | null
    madeAt: Temporal.Instant
    madeBy: string
  }
  performanceMonitoring: {
    formId: string
    month: number
    state: string
    baseVersion: number
    rows: ColumnType<unknown, string>
    answers: ColumnType<unknown | null, string | null>
    executed: Decimal
    budget: Decimal | null
    rulePack: string
    light: string | null
    savedAt: Temporal.Instant
    savedBy: string
  }
  performanceOverride: {
    formId: string
    position: number
    field: string
    value: string
    reason: string
    documentId: string
    personId: string
    at: Temporal.Instant
  }
  performancePayment: {
    id: string
    projectId: string
    listId: string | null
    line: number | null
    paidOn: string
    amount: Decimal
    voucher: string
    payee: string
    purpose: string
    fingerprint: string
    recordedAt: Temporal.Instant | null
    recordedBy: string | null
  }
  performancePaymentList: {
    id: string
    unitId: string
    documentId: string
    taken: number
    repeated: number
    refused: number
    importedAt: Temporal.Instant
    importedBy: string
  }
  performancePaymentMapping: {
    unitId: string
    mapping: ColumnType<unknown, string>
    savedAt: Temporal.Instant
    savedBy: string
  }
  performancePlanCurve: {
    formId: string
    indicator: string
    curve: ColumnType<unknown, string>
    savedAt: Temporal.Instant
    savedBy: string
  }
  performanceProject: {
    id: string
    unitId: string
    name: string
    madeAt: Temporal.Instant
    folded: string
    pairs: string[]
  }
  performanceReEvaluation: {
    id: string
    formId: string
    kind: string
    rows: ColumnType<unknown, string>
    experts: ColumnType<unknown, string>
    opinion: string
    total: Decimal
    grade: string | null
    doneAt: Temporal.Instant
    doneBy: string
  }
  performanceRectification: {
    id: string
    formId: string
    origin: string
    month: number | null
    remedy: string
    demand: string
    dueOn: string
    state: string
    answer: Generated<string>
    documentIds: Generated<string[]>
    answeredAt: Temporal.Instant | null
    answeredBy: string | null
    closedAt: Temporal.Instant | null
    closedBy: string | null
    issuedAt: Temporal.Instant
    issuedBy: string
    remindedOn: string | null
  }
  performanceRevision: {
    id: string
    formId: string
    number: number
    baseVersion: number
    state: string
    rows: ColumnType<unknown, string>
    weights: ColumnType<unknown | null, string | null>
    budgetDecision: ColumnType<unknown | null, string | null>
    gate: ColumnType<unknown, string>
    steps: ColumnType<unknown, string>
    filedAt: Temporal.Instant
    filedBy: string
  }
  performanceSample: {
    id: string
    unitId: string
    year: number
    seed: string
    rules: ColumnType<unknown, string>
    frame: ColumnType<unknown, string>
    drawnAt: Temporal.Instant
    drawnBy: string
  }
  performanceSampleItem: {
    sampleId: string
    formId: string
    stratum: number
    why: string
    lot: string
  }
  performanceSecretRow: {
    formId: string
    indicator: string
    reason: string
    setAt: Temporal.Instant
    setBy: string
  }
  performanceSelfEvaluation: {
    formId: string
    declarationId: string
    baseVersion: number
    state: string
    statement: string
    evaluation: ColumnType<unknown | null, string | null>
    total: Decimal | null
    grade: string | null
    version: number | null
    sha256: string | null
    handedInAt: Temporal.Instant | null
    handedInBy: string | null
  }
  performanceSelfEvaluationStep: {
    formId: string
    number: number
    deed: string
    state: string
    version: number
    sha256: string
    desk: string
    opinion: string
    at: Temporal.Instant
    personId: string
  }
  upkeepFault: {
    id: string
    visitId: string
    what: string
    foundAt: Temporal.Instant
    enteredAt: Temporal.Instant
    mendedAt: Temporal.Instant | null
    mendedEnteredAt: Temporal.Instant | null
    mendedBy: string | null
    mending: Generated<string>
  }
  upkeepHandOver: {
    occurrenceId: string
    note: string
    tickets: ColumnType<unknown, string>
    givenAt: Temporal.Instant
    givenBy: string
    takenAt: Temporal.Instant | null
    takenBy: string | null
  }
  upkeepMeter: {
    id: string
    unitId: string
    projectId: string | null
    kind: string
    subject: string | null
    name: string
    place: string
    unitWord: string
    least: Decimal | null
    most: Decimal | null
    rated: Decimal | null
    madeAt: Temporal.Instant
    madeBy: string
    endedAt: Temporal.Instant | null
  }
  upkeepOccurrence: {
    id: string
    planId: string
    day: string
    lastDay: string
    slot: number
    opensAt: Temporal.Instant
    dueAt: Temporal.Instant
    closesAt: Temporal.Instant
    laidAt: Temporal.Instant
    state: string
    doneAt: Temporal.Instant | null
    enteredAt: Temporal.Instant | null
    doneBy: string | null
    isLateEntry: Generated<boolean>
    strength: string | null
    device: string | null
    aheadSeconds: number | null
    note: Generated<string>
    attendees: ColumnType<unknown | null, string | null>
    documentId: string | null
    cause: string | null
    causeBy: string | null
    waivedAt: Temporal.Instant | null
    waivedBy: string | null
    waivedWhy: string | null
    withdrawnAt: Temporal.Instant | null
  }
  upkeepPlan: {
    id: string
    unitId: string
    projectId: string | null
    kind: string
    name: string
    routeId: string | null
    fromDay: string
    untilDay: string | null
    graceHours: number
    peopleNeeded: number
    laidUntil: string | null
    calendarVersion: number | null
    madeAt: Temporal.Instant
    madeBy: string
    gapTold: string | null
  }
  upkeepPlanTerm: {
    planId: string
    fromDay: string
    frequency: ColumnType<unknown, string>
    reason: string
    setAt: Temporal.Instant
    setBy: string
  }
  upkeepPoint: {
    id: string
    routeId: string
    position: number
    code: string
    name: string
    place: string
    checks: ColumnType<unknown, string>
    since: Temporal.Instant | null
    until: Temporal.Instant | null
  }
  upkeepReading: {
    id: string
    meterId: string
    at: Temporal.Instant
    enteredAt: Temporal.Instant
    enteredBy: string
    isLateEntry: boolean
    device: string | null
    aheadSeconds: number
    source: string
    value: Decimal
    ofAll: Decimal | null
    documentId: string | null
    note: string
    withdrawnAt: Temporal.Instant | null
    withdrawnBy: string | null
    withdrawnBecause: string | null
    exportId: string | null
    exportAt: Temporal.Instant | null
    exportBy: string | null
  }
  upkeepRotation: {
    planId: string
    fromDay: string
    turns: string
    people: string[]
    setAt: Temporal.Instant
    setBy: string
  }
  upkeepRoute: {
    id: string
    unitId: string
    name: string
    madeAt: Temporal.Instant
    madeBy: string
  }
  upkeepSwap: {
    id: string
    turnId: string
    backTurnId: string | null
    personId: string
    why: string
    state: string
    askedAt: Temporal.Instant
    answeredAt: Temporal.Instant | null
  }
  upkeepTurn: {
    id: string
    occurrenceId: string
    personId: string
    setAt: Temporal.Instant
    setBy: string
    endedAt: Temporal.Instant | null
    endedWhy: Generated<string>
    inAt: Temporal.Instant | null
    outAt: Temporal.Instant | null
  }
  upkeepVisit: {
    id: string
    occurrenceId: string
    pointId: string
    at: Temporal.Instant
    enteredAt: Temporal.Instant
    enteredBy: string
    isLateEntry: boolean
    device: string | null
    aheadSeconds: number
    proof: string
    skipReason: string
    readings: ColumnType<unknown, string>
    photos: string[]
    note: string
  }
  upkeepVisitPhoto: {
    visitId: string
    position: number
    documentId: string
    takenAt: Temporal.Instant
  }
  watchAlarm: {
    id: string
    unitId: string
    service: string
    beganAt: Temporal.Instant
    raisedAt: Temporal.Instant
    overAt: Temporal.Instant | null
    ticketId: string
    sourceId: string | null
  }
  watchCheckup: {
    id: string
    databaseId: string
    at: Temporal.Instant
    byPerson: string
    tookMs: number
    engine: string
    version: string
    pack: string
    figures: ColumnType<unknown, string>
    findings: ColumnType<unknown, string>
    unasked: ColumnType<unknown, string>
    backupOn: string | null
    drillOn: string | null
  }
  watchDatabase: {
    id: string
    unitId: string
    name: string
    service: string
    target: ColumnType<unknown, string>
    sealed: string
    madeAt: Temporal.Instant
  }
  watchDatabaseRecord: {
    id: string
    databaseId: string
    kind: string
    day: string
    note: string
    keptAt: Temporal.Instant
    keptBy: string
  }
  watchDay: {
    probeId: string
    day: string
    agreed: number
    observed: number
    up: number
    planned: number
    peakAgreed: number
    peakObserved: number
    peakUp: number
    outages: number
    answers: number
    tookMs: bigint
    calendarVersion: number
    knownAt: Temporal.Instant
  }
  watchEngine: {
    engineId: string
    isOwn: boolean
    boots: number
    seconds: number
    heardAt: Temporal.Instant
  }
  watchFiguresOut: {
    onlyOne: boolean
    isOpen: boolean
    keptAt: Temporal.Instant
    keptBy: string
  }
  watchFollowUp: {
    ticketId: string
    checkupId: string
    databaseId: string
    rule: string
    filedAt: Temporal.Instant
    filedBy: string
  }
  watchLease: {
    name: string
    holder: string
    untilAt: Temporal.Instant
  }
  watchLook: {
    probeId: string
    vantageId: string
    begunAt: Temporal.Instant | null
    lastAt: Temporal.Instant | null
    tookMs: number | null
    problem: string | null
    certificateUntil: Temporal.Instant | null
    following: ColumnType<unknown | null, string | null>
    settledTo: Temporal.Instant | null
    stretchFrom: Temporal.Instant | null
    stretchState: string | null
    elsewhereId: Generated<string | null>
  }
  watchLookStretch: {
    probeId: string
    vantageId: string
    fromAt: Temporal.Instant
    toAt: Temporal.Instant
    state: string
  }
  watchPage: {
    unitId: string
    code: string
    title: string
    isOpen: boolean
    keptAt: Temporal.Instant
    keptBy: string
  }
  watchPlanned: {
    occurrenceId: string
    databaseId: string
    rule: string
    checkupId: string
    plannedAt: Temporal.Instant
    plannedBy: string
  }
  watchProbe: {
    id: string
    unitId: string
    name: string
    service: string
    target: ColumnType<unknown, string>
    sealed: string
    beatHash: string | null
    beatAt: Temporal.Instant | null
    everySeconds: number
    timeoutMs: number
    retries: number
    retrySeconds: number
    quorum: ColumnType<unknown, string>
    parentId: string | null
    isOn: boolean
    madeAt: Temporal.Instant
    deskService: string
    vantagesNeeded: number | null
    placedAt: Temporal.Instant | null
  }
  watchSample: {
    probeId: string
    at: Temporal.Instant
    isUp: boolean
    holds: number
    tookMs: number
    problem: string
    vantageId: Generated<string>
  }
  watchSeries: {
    probeId: string
    begunAt: Temporal.Instant
    lastAt: Temporal.Instant
    tookMs: number
    problem: string
    certificateUntil: Temporal.Instant | null
    following: ColumnType<unknown, string>
    settledTo: Temporal.Instant
    stretchFrom: Temporal.Instant
    stretchState: string
  }
  watchSignal: {
    id: string
    sourceId: string
    fingerprint: string
    about: string
    title: string
    severity: string
    beganAt: Temporal.Instant
    heardAt: Temporal.Instant
    times: number
    overAt: Temporal.Instant | null
    alarmId: string | null
    quietMinutes: number | null
  }
  watchSignalTold: {
    sourceId: string
    message: string
    heardAt: Temporal.Instant
  }
  watchSource: {
    id: string
    unitId: string
    name: string
    kind: string
    deskService: string
    wordHash: string
    isOn: boolean
    madeAt: Temporal.Instant
    lastAt: Temporal.Instant | null
    senders: string[]
    signing: string
    sealed: string
    security: ColumnType<unknown | null, string | null>
  }
  watchStretch: {
    probeId: string
    fromAt: Temporal.Instant
    toAt: Temporal.Instant
    state: string
  }
  watchSummed: {
    probeId: string
    settledTo: Temporal.Instant
  }
  watchVantage: {
    id: string
    unitId: string
    name: string
    wordHash: string
    isOn: boolean
    madeAt: Temporal.Instant
    heardAt: Temporal.Instant | null
    clockMs: number | null
  }
}
