"""The organisation screen: purposes, cycle, regions, patterns."""

MESSAGES: dict[str, tuple[str, str]] = {
    "organisation.purposes": ("存在意義", "Purposes"),
    "organisation.cycle": ("実行サイクル", "Execution cycle"),
    "organisation.regions": ("4 つの領域", "Four regions"),
    "organisation.patterns": ("組織パターン", "Patterns"),
    "organisation.career": ("IT 型のキャリア", "Career path"),
    "organisation.activation": ("実行", "run"),
    "organisation.in_no_phase": ("どの工程にも属さない: {names}", "In no phase: {names}"),
    "organisation.listed": ("、", ", "),
    "organisation.regions.lead": (
        "誰の情報を扱うかと、セキュリティ専門スキルがどれだけ必要かの二つで、誰が担うかが決まります。",
        "Whose information, and how much security expertise: together they say who should do a duty.",
    ),
    "organisation.regions.expertise": ("専門スキル", "expertise"),
    "organisation.regions.low": ("{axis} 低", "{axis} low"),
    "organisation.regions.high": ("{axis} 高", "{axis} high"),
    "organisation.regions.inside": ("組織内部の情報", "inside info"),
    "organisation.regions.outside": ("組織外部の情報", "outside info"),
    "organisation.region.duties": ("{name} (役割 {count})", "{name} ({count} {count:duty|duties})"),
    "organisation.cover.inside": ("自組織", "own"),
    "organisation.cover.shared": ("共同", "shared"),
    "organisation.cover.outside": ("専門", "experts"),
    "organisation.nothing": (
        "この教材パックには、組織についての内容がありません。",
        "This pack says nothing of the organisation.",
    ),
}
