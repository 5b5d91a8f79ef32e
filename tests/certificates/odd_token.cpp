// A PKCS#11 module that does what no test token can be brought to: its PIN is locked, or locks itself, and of its
// certificates one is cut short. SEALPORT_ODD_TOKEN says which: "locked" or "locking". SEALPORT_ODD_TRIES names a file
// that gets one octet for each PIN that was tried, SEALPORT_ODD_CERTIFICATE one with a DER certificate.
#include <p11-kit/pkcs11.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

constexpr CK_SLOT_ID onlySlot = 7;
constexpr CK_OBJECT_HANDLE wholeOne = 1;
constexpr CK_OBJECT_HANDLE cutOne = 2;

std::string setting(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

std::string certificate()
{
    std::ifstream file(setting("SEALPORT_ODD_CERTIFICATE"), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

template <std::size_t Size>
void pad(unsigned char (&field)[Size], std::string_view text)
{
    std::fill(std::begin(field), std::end(field), ' ');
    std::copy(text.begin(), text.end(), std::begin(field));
}

/// As C_GetAttributeValue() gives one: its length alone where there is no room.
CK_RV give(CK_ATTRIBUTE &attribute, std::string_view value)
{
    const bool hasRoom = attribute.pValue && attribute.ulValueLen >= value.size();
    const bool isAsked = attribute.pValue != nullptr;
    attribute.ulValueLen = isAsked && !hasRoom ? CK_UNAVAILABLE_INFORMATION : value.size();
    if (hasRoom)
        std::copy(value.begin(), value.end(), static_cast<char *>(attribute.pValue));
    return isAsked && !hasRoom ? CKR_BUFFER_TOO_SMALL : CKR_OK;
}

bool isSearching = false;
CK_ULONG found = 0;

CK_RV initialize(void *)
{
    return CKR_OK;
}
CK_RV finalize(void *)
{
    return CKR_OK;
}
CK_RV getInfo(CK_INFO *info)
{
    *info = {};
    info->cryptokiVersion = {2, 40};
    pad(info->manufacturerID, "Sealport tests");
    pad(info->libraryDescription, "odd");
    return CKR_OK;
}
CK_RV getSlotList(unsigned char, CK_SLOT_ID *slots, CK_ULONG *count)
{
    *count = 1;
    if (slots)
        *slots = onlySlot;
    return CKR_OK;
}
CK_RV getSlotInfo(CK_SLOT_ID, CK_SLOT_INFO *info)
{
    *info = {};
    pad(info->slotDescription, "reader");
    pad(info->manufacturerID, "Sealport tests");
    info->flags = CKF_TOKEN_PRESENT;
    return CKR_OK;
}
CK_RV getTokenInfo(CK_SLOT_ID, CK_TOKEN_INFO *info)
{
    *info = {};
    pad(info->label, "odd card");
    pad(info->manufacturerID, "Sealport tests");
    pad(info->model, "odd");
    pad(info->serialNumber, "1");
    info->flags = CKF_TOKEN_INITIALIZED | CKF_LOGIN_REQUIRED | CKF_USER_PIN_INITIALIZED;
    if (setting("SEALPORT_ODD_TOKEN") == "locked")
        info->flags |= CKF_USER_PIN_LOCKED;
    return CKR_OK;
}
CK_RV openSession(CK_SLOT_ID, CK_FLAGS, void *, CK_NOTIFY, CK_SESSION_HANDLE *session)
{
    *session = 1;
    return CKR_OK;
}
CK_RV closeSession(CK_SESSION_HANDLE)
{
    return CKR_OK;
}
CK_RV closeAllSessions(CK_SLOT_ID)
{
    return CKR_OK;
}
CK_RV getSessionInfo(CK_SESSION_HANDLE, CK_SESSION_INFO *info)
{
    *info = {};
    info->slotID = onlySlot;
    return CKR_OK;
}
CK_RV login(CK_SESSION_HANDLE, CK_USER_TYPE, unsigned char *, CK_ULONG)
{
    std::ofstream(setting("SEALPORT_ODD_TRIES"), std::ios::app) << 'x';
    return CKR_PIN_LOCKED;
}
CK_RV logout(CK_SESSION_HANDLE)
{
    return CKR_OK;
}
CK_RV findObjectsInit(CK_SESSION_HANDLE, CK_ATTRIBUTE *pattern, CK_ULONG count)
{
    isSearching = false;
    found = 0;
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_OBJECT_CLASS wanted = 0;
        if (pattern[i].type == CKA_CLASS && pattern[i].ulValueLen == sizeof(wanted)) {
            std::memcpy(&wanted, pattern[i].pValue, sizeof(wanted));
            isSearching = wanted == CKO_CERTIFICATE;
        }
    }
    return CKR_OK;
}
CK_RV findObjects(CK_SESSION_HANDLE, CK_OBJECT_HANDLE *objects, CK_ULONG most, CK_ULONG *count)
{
    *count = 0;
    while (isSearching && found < cutOne && *count < most)
        objects[(*count)++] = ++found;
    return CKR_OK;
}
CK_RV findObjectsFinal(CK_SESSION_HANDLE)
{
    return CKR_OK;
}
CK_RV getAttributeValue(CK_SESSION_HANDLE, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *attributes, CK_ULONG count)
{
    CK_RV result = CKR_OK;
    for (CK_ULONG i = 0; i < count; ++i) {
        CK_ATTRIBUTE &attribute = attributes[i];
        const CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
        const CK_CERTIFICATE_TYPE x509 = CKC_X_509;
        CK_RV one = CKR_ATTRIBUTE_TYPE_INVALID;
        if (attribute.type == CKA_CLASS)
            one = give(attribute, {reinterpret_cast<const char *>(&kind), sizeof(kind)});
        else if (attribute.type == CKA_CERTIFICATE_TYPE)
            one = give(attribute, {reinterpret_cast<const char *>(&x509), sizeof(x509)});
        else if (attribute.type == CKA_LABEL)
            one = give(attribute, object == wholeOne ? "whole" : "cut \x1b[31m\xE2\x80\xAE");
        else if (attribute.type == CKA_ID)
            one = give(attribute, object == wholeOne ? "1" : "2");
        else if (attribute.type == CKA_VALUE)
            one = give(attribute, object == wholeOne ? certificate() : certificate().substr(0, 100));
        if (one == CKR_ATTRIBUTE_TYPE_INVALID)
            attribute.ulValueLen = CK_UNAVAILABLE_INFORMATION;
        if (one != CKR_OK)
            result = one;
    }
    return result;
}

} // namespace

extern "C" CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    static CK_FUNCTION_LIST functions = [] {
        CK_FUNCTION_LIST all{};
        all.version = {2, 40};
        all.C_Initialize = initialize;
        all.C_Finalize = finalize;
        all.C_GetInfo = getInfo;
        all.C_GetSlotList = getSlotList;
        all.C_GetSlotInfo = getSlotInfo;
        all.C_GetTokenInfo = getTokenInfo;
        all.C_OpenSession = openSession;
        all.C_CloseSession = closeSession;
        all.C_CloseAllSessions = closeAllSessions;
        all.C_GetSessionInfo = getSessionInfo;
        all.C_Login = login;
        all.C_Logout = logout;
        all.C_FindObjectsInit = findObjectsInit;
        all.C_FindObjects = findObjects;
        all.C_FindObjectsFinal = findObjectsFinal;
        all.C_GetAttributeValue = getAttributeValue;
        return all;
    }();
    *list = &functions;
    return CKR_OK;
}
