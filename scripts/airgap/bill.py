"""The bill of materials of an archive: CycloneDX JSON, checked against its schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from airgap import ArchiveError
from airgap.wheels import Wheel

_SERIES: Final = UUID("6f1d5b5e-0c8a-5b8e-9d55-3f0f5f0b7f2b")
"""Serial numbers are made from this id and the hash of ikusei's wheel, so the same archive gets the same number."""
_CLASSIFIER: Final = "License :: "


def bill_of_materials(root: Wheel, others: Iterable[Wheel], needs: Mapping[str, set[str]], epoch: int) -> str:
    """The bill of an archive with these wheels.

    Raises:
        ArchiveError: the bill doesn't follow the schema.
    """
    application = _component(root, ComponentType.APPLICATION)
    parts = {wheel.name: _component(wheel, ComponentType.LIBRARY) for wheel in others}
    bom = Bom(
        serial_number=uuid5(_SERIES, root.sha256),
        metadata=BomMetaData(component=application, timestamp=datetime.fromtimestamp(epoch, UTC)),
        components=parts.values(),
    )
    for name, component in {root.name: application, **parts}.items():
        bom.register_dependency(component, [parts[needed] for needed in sorted(needs[name])])
    text = JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ArchiveError(f"the bill of materials isn't valid CycloneDX: {wrong}")
    return text


def _component(wheel: Wheel, kind: ComponentType) -> Component:
    url = PackageURL(type="pypi", name=wheel.name, version=wheel.version)
    return Component(
        name=wheel.name,
        version=wheel.version,
        type=kind,
        bom_ref=str(url),
        purl=url,
        description=wheel.metadata.summary,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=wheel.sha256)],
        licenses=[_licence(wheel)],
    )


def _licence(wheel: Wheel) -> License:
    """The licence in the wheel's metadata: from the expression, else the old field, else the classifier."""
    metadata = wheel.metadata
    classifiers = (text for text in metadata.classifiers or () if text.startswith(_CLASSIFIER))
    said = metadata.license_expression or metadata.license or next(classifiers, None)
    if said is None:
        raise ArchiveError(f"{wheel.path.name} doesn't say under which licence it comes")
    return LicenseFactory().make_from_string(said.rpartition(" :: ")[2])
