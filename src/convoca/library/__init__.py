"""The reference library (thư viện tham khảo): published entries, shelves, search."""
