"""Reading: documents in, findings out. Knows neither Django nor the register."""

from hansa.reading.document import MAX_BYTES, Document, open_document
from hansa.reading.errors import ReadingError
from hansa.reading.reader import read
from hansa.reading.types import Reading

__all__ = ["MAX_BYTES", "Document", "Reading", "ReadingError", "open_document", "read"]
