// What the client asks of the browser and hears about later: keys, records, locks, time, turns, pictures, where it is. Each question is a list of
// bytes, and so is each answer; who answers is web/keys/browser_calls.js, which is loaded with the first question.
#pragma once

#include <string>
#include <vector>

#include "platform/callback.h"

namespace stadttor::platform {

// In the order of CALLS in web/keys/browser_calls.js.
enum class BrowserCall : int {
  Turn,
  MakeKey,
  ImportKey,
  ImportRsaPublic,
  ImportRsaPrivate,
  ImportEcPublic,
  DeriveKey,
  DerivePassphraseKey,
  Encrypt,
  Decrypt,
  Seal,
  Open,
  WrapKey,
  UnwrapKey,
  Hash,
  Authenticate,
  Verify,
  WriteRecords,
  ReadRecord,
  ReadRecords,
  EraseRecords,
  PersistRecords,
  Wait,
  HoldLock,
  TryLock,
  ReleaseLock,
  MakeRsaPair,
  LookForPasskeys,
  MakePasskey,
  AskPasskey,
  ForgetPasskey,
  SolvePuzzle,
  PreparePicture,
  ShowPicture,
  ForgetPicture,
  FindPosition,
};

using BrowserFields = std::vector<std::string>;

// The fields are wiped once they are handed over: some of them are secrets.
void ask_browser(BrowserCall call, BrowserFields fields, Callback<BrowserFields> callback);
// Lets the browser drop a key that no handle stands for any more.
void forget_browser_key(int key);

}  // namespace stadttor::platform
